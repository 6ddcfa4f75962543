import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { roomsOpenApi } from "./openapi.ts";

test("docs/reference/openapi.json describes the routes as they are", async () => {
  const text = await roomsOpenApi();
  expect(readFileSync(new URL("../../../docs/reference/openapi.json", import.meta.url), "utf8")).toBe(text);
  const { paths } = JSON.parse(text);
  expect(Object.keys(paths)).toContain("/negotiations/{negotiation}/seats/{seat}/commands");
  expect(Object.keys(paths).some((path) => path.includes("socket"))).toBe(false);
});
