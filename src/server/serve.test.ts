import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Serving, serve } from "./serve.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-serve-"));
  mkdirSync(join(folder, "web", "assets"), { recursive: true });
  writeFileSync(join(folder, "web", "index.html"), "<!doctype html><title>Entente</title>");
  writeFileSync(join(folder, "web", "assets", "large.bin"), Buffer.alloc(32 * 1024 * 1024, "x"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serving(options: { readonly port?: number; readonly host?: string } = {}): Promise<Serving> {
  const served = await serve(optionsOf(options));
  if (!served.ok) throw new Error(served.error.message);
  return served.value;
}

const optionsOf = ({ port = 0, host = "127.0.0.1" }: { readonly port?: number; readonly host?: string }) => ({
  port,
  host,
  page: join(folder, "web"),
  fonts: join(folder, "fonts"),
  scenarios: join(folder, "scenarios"),
});
const portOf = ({ address }: Serving): number => Number(new URL(address).port);
const msOf = async (work: Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work;
  return performance.now() - started;
};

test("it says its address, and answers there to its own names only", async () => {
  const server = await serving();
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(server.address)).text()).toContain("<title>Entente</title>");
  const port = portOf(server);
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  expect(await statusFor(port, "evil.example")).toBe(421);
  expect(await statusFor(port, `evil.example:${port}`)).toBe(421);
  expect(await statusFor(port, `[::1]:${port}`)).toBe(200);
  await server.close();
  await expect(fetch(server.address)).rejects.toThrow();
});

test("a port that is taken is a failure that says which, and how to choose another", async () => {
  const first = await serving();
  const port = portOf(first);
  const second = await serve(optionsOf({ port }));
  expect(second).toEqual({
    ok: false,
    error: {
      reason: "port-taken",
      message: `Port ${port} is taken by another program. Choose another with --port, such as --port ${port + 1}, or any free one with --port 0.`,
    },
  });
  await first.close();
  const third = await serve(optionsOf({ port }));
  expect(third.ok).toBe(true); // and is free again at once
  if (third.ok) await third.value.close();
});

test("an address of another machine is a failure", async () => {
  expect(await serve(optionsOf({ host: "192.0.2.1" }))).toMatchObject({ ok: false, error: { reason: "no-such-host" } });
});

test("closing waits for nobody who only keeps a connection", async () => {
  const server = await serving();
  const agent = new Agent({ keepAlive: true });
  await answered(server.address, agent);
  const spare = await opened(portOf(server)); // as browsers open ahead of need
  const halfAsked = await opened(portOf(server));
  halfAsked.write("GET / HTTP/1.1\r\nHost: local");
  expect(await msOf(server.close())).toBeLessThan(300);
  for (const socket of [spare, halfAsked]) if (!socket.closed) await once(socket, "close");
  agent.destroy();
});

test("closing lets an answer that is under way arrive", async () => {
  const server = await serving();
  const response = await responseTo(`${server.address}assets/large.bin`);
  const closed = server.close();
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length; // no encoding was set: bytes
  expect(bytes).toBe(32 * 1024 * 1024);
  await closed;
});

test("closing cuts off who does not take the answer, within a second", async () => {
  const server = await serving();
  const response = await responseTo(`${server.address}assets/large.bin`); // and never reads it
  expect(await msOf(server.close())).toBeLessThan(1_000);
  response.destroy();
});

async function statusFor(port: number, host: string): Promise<number> {
  const response = await responseTo(`http://127.0.0.1:${port}/`, { host });
  response.resume();
  return response.statusCode!;
}

function responseTo(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  agent?: Agent,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, ...(agent ? { agent } : {}) }, (response) => {
      response.on("error", () => {}); // cut off, as one of the tests wants
      resolve(response);
    });
    request.on("error", reject);
  });
}

async function answered(url: string, agent: Agent): Promise<void> {
  const response = await responseTo(url, {}, agent);
  response.resume();
  await once(response, "end");
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {}); // it is reset, as wanted
  await once(socket, "connect");
  return socket;
}
