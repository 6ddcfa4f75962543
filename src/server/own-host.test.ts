import { expect, test } from "vitest";
import { inAddress, isLoopback, isOwnHost } from "./own-host.ts";

const local = { host: "127.0.0.1", port: 4680 };

test.each(["localhost:4680", "127.0.0.1:4680", "[::1]:4680", "LOCALHOST:4680"])("%s names this machine", (header) => {
  expect(isOwnHost(header, local)).toBe(true);
});

test.each([
  undefined,
  "",
  "localhost",
  "localhost:80",
  "evil.example:4680",
  "localhost.evil.example:4680",
  "127.0.0.1.evil.example:4680",
  "192.168.1.2:4680",
  "0.0.0.0:4680",
  "::1:4680",
])("%s is a name that somebody else may have pointed here", (header) => {
  expect(isOwnHost(header, local)).toBe(false);
});

test("on port 80 a browser leaves the port out", () => {
  expect(isOwnHost("localhost", { host: "127.0.0.1", port: 80 })).toBe(true);
  expect(isOwnHost("evil.example", { host: "127.0.0.1", port: 80 })).toBe(false);
});

test("bound to an address that others reach, any name will do", () => {
  expect(isOwnHost("workbench.example", { host: "0.0.0.0", port: 4680 })).toBe(true);
  expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].filter(isLoopback)).toHaveLength(4);
  expect(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example", "example.org"].filter(isLoopback)).toEqual([]);
});

test("an address is written as a browser takes it", () => {
  expect(["127.0.0.1", "::1", "0.0.0.0", "::", "example.org"].map(inAddress)).toEqual([
    "127.0.0.1",
    "[::1]",
    "127.0.0.1",
    "127.0.0.1",
    "example.org",
  ]);
});
