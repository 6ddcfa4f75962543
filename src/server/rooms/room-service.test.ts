import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { isRoomPath, type RoomService, roomService } from "./room-service.ts";

const begun: Server[] = [];
afterEach(() => {
  for (const server of begun.splice(0)) server.close();
});

async function listening(service: RoomService): Promise<string> {
  const server = createServer(service.handle);
  server.on("upgrade", service.upgrade);
  server.listen(0, "127.0.0.1");
  begun.push(server);
  await once(server, "listening");
  return `127.0.0.1:${(server.address() as AddressInfo).port}`; // a port, not a pipe
}

test("rooms whose database fails are told of once, in a sentence, and every request is answered", async () => {
  const told: string[] = [];
  const failing = async () => {
    throw new Error("the database has been out of reach for 20 s\n    at somewhere inside");
  };
  const service = roomService({ dataFolder: "/nowhere", tell: (text) => told.push(text) }, () => true, failing);
  const address = await listening(service);
  service.start();
  for (let time = 0; time < 2; time++) {
    const answer = await fetch(`http://${address}/negotiations`, { method: "POST" });
    expect([answer.status, await answer.json()]).toEqual([503, { message: "This server has no rooms just now." }]);
  }
  const socket = new WebSocket(`ws://${address}/negotiations/x/seats/y/socket`);
  const [error] = await once(socket, "error");
  expect(String(error)).toContain("503");
  expect(told).toEqual([
    "There are no rooms: the database has been out of reach for 20 s. The workbench itself goes on.",
  ]);
  await service.close();
});

test("nothing is opened before it is wished for, and what was asked for too early waits", async () => {
  const steps: string[] = [];
  let open = (): void => {};
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  const service = roomService(
    { dataFolder: "/nowhere" },
    () => true,
    async () => {
      steps.push("opening");
      await opening;
      return {
        handle: (_request, response) => void response.end("rooms"),
        upgrade: (_request, socket) => void socket.destroy(),
        close: async () => void steps.push("closed"),
      };
    },
  );
  const address = await listening(service);
  expect(steps).toEqual([]);
  const early = fetch(`http://${address}/negotiations/x`);
  service.start();
  setTimeout(open, 30);
  expect(await (await early).text()).toBe("rooms");
  await service.close();
  expect(steps).toEqual(["opening", "closed"]);
  expect((await fetch(`http://${address}/negotiations/x`)).status).toBe(503);
});

test("only what lies below /negotiations is the rooms'", () => {
  expect(["/negotiations", "/negotiations/x", "/negotiations?x"].every(isRoomPath)).toBe(true);
  expect(["/", "/negotiationsx", "/s/negotiations", undefined].some(isRoomPath)).toBe(false);
});
