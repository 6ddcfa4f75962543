import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { memoryStore } from "#store";
import { roomsOn } from "../../src/server/rooms/open-rooms.ts";
import { keyFor, letters } from "./world/letters.ts";
import { openingOf } from "./world/opening.ts";
import { hashHex, people as peopleOf, type SeatName } from "./world/seats.ts";
import { bytesFor, type Request } from "./world/world.ts";

/**
 * The same on a real port: every byte that the kernel hands to another seat, HTTP's own lines and the frames' headers among
 * them. One history; many are compared without a network.
 */
const people = peopleOf(3);
const inCaucus: readonly SeatName[] = ["P1", "mediator"];
/** The delegation's own papers are its fellows' as well. */
const insiders: readonly SeatName[] = ["P1 mandator", "P1 support", ...inCaucus];
const outsiders = people.names.filter((name) => !insiders.includes(name) && name !== "late");
const opening = openingOf(people, "raw bytes", { kind: "unanimity" });
const write = letters(people, opening.negotiation);

async function history(withSecret: boolean): Promise<ReadonlyMap<SeatName, string>> {
  const store = memoryStore();
  const clock = () => "2026-11-23T13:00:00.000Z";
  const rooms = await roomsOn(store, { isOwnHost: () => true, clock, random: bytesFor("raw bytes") });
  const server = createServer(rooms.handle);
  server.on("upgrade", rooms.upgrade);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const received = new Map<SeatName, string>();
  const sessions = new Map<SeatName, string>();
  const sockets = new Map<SeatName, Socket>();
  const note = (name: SeatName, text: string): void => void received.set(name, `${received.get(name) ?? ""}${text}`);

  async function http({ as, method, url, body = "" }: Extract<Request, { via: "http" }>): Promise<void> {
    const cookie = sessions.has(as) ? `cookie: entente-seat=${sessions.get(as)}\r\n` : "";
    const type = body === "" ? "" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    const line = connect(port, "127.0.0.1");
    let answer = "";
    line.on("data", (data) => (answer += data.toString("latin1")));
    line.end(`${method} ${url} HTTP/1.1\r\nhost: room\r\nconnection: close\r\n${cookie}${type}\r\n${body}`);
    await once(line, "close");
    const session = /set-cookie: entente-seat=([0-9a-f]{64})/i.exec(answer)?.[1];
    if (session !== undefined) sessions.set(as, session);
    note(as, answer.replace(/^date: .*\r\n/im, "date\r\n")); // the machine's own, to the second
  }

  async function enter(as: SeatName): Promise<void> {
    const line = connect(port, "127.0.0.1");
    const upgrade = "upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n";
    const own = `sec-websocket-key: ${Buffer.alloc(16).toString("base64")}\r\ncookie: entente-seat=${sessions.get(as)}\r\n`;
    line.write(`GET ${write.path(as, "/socket")} HTTP/1.1\r\nhost: room\r\n${upgrade}${own}\r\n`);
    line.on("data", (data) => note(as, data.toString("latin1")));
    sockets.set(as, line);
    await eventually(() => received.get(as)?.includes("101 Switching") ?? false);
    line.write(masked('{"t":"resume","have":{}}'));
  }

  try {
    const body = JSON.stringify(opening.request);
    await http({ via: "http", as: "convenor", method: "POST", url: "/negotiations", body });
    const row = await store.negotiation(opening.negotiation);
    const hall = row?.hall ?? "";
    const version = async (stream: string) => (await store.head(opening.negotiation, stream))?.version ?? 0;
    const does = async (as: SeatName, stream: string, command: Parameters<typeof write.command>[1], name: string) => {
      const after = stream === "new" ? 0 : await version(stream);
      const request = write.command(as, command, { door: "http", key: keyFor(name), stream, after });
      if (request.via === "http") await http(request);
      await settled();
    };
    for (const name of [...outsiders, ...insiders]) {
      if (name !== "convenor") {
        const token = JSON.stringify({ token: people.token(name), attempt: keyFor("attempt", name) });
        const url = `/negotiations/${opening.negotiation}/join`;
        await http({ via: "http", as: name, method: "POST", url, body: token });
        await does(name, hall, { kind: "join", keys: people.keys(name).public }, `join ${name}`);
      }
      await enter(name);
    }
    const isHere = `"here","seats":`;
    const last = people.seat("mediator").id;
    await eventually(() => outsiders.every((name) => hereIn(received.get(name) ?? "", isHere).includes(last)));
    await new Promise((resolve) => setTimeout(resolve, 1200)); // who is here is told once a second, and is told by now

    const { plenary } = opening;
    for (let index = 0; index < 12; index++) {
      if (withSecret) {
        if (index === 2) {
          const members = inCaucus.map((name) => people.seat(name).id);
          const wordKeys = Object.fromEntries(members.map((seat) => [seat, hashHex("word key", seat)]));
          const plan = { kind: "caucus", name: "Lake", clusters: [], members, level: "expert" } as const;
          await does("mediator", "new", { kind: "convene", plan, wordKeys }, "caucus");
        }
        const known = new Set([hall, plenary.id, ...opening.groups.map(({ id }) => id)]);
        const heads = await store.streamsOf(opening.negotiation, people.seat("P1").id);
        for (const { stream, kind } of heads.filter((head) => !known.has(head.stream))) {
          const sealed = hashHex("sealed", index).repeat(4);
          if (kind === "channel") await does("P1", stream, { kind: "say", words: { sealed } }, `secret ${index}`);
          else await does("P1", stream, { kind: "keep", what: "note", sealed }, `paper ${index}`);
        }
      }
      const as = people.parties[index % 3] ?? "P1";
      await does(as, plenary.id, { kind: "say", words: { plain: `word ${index}` } }, `public ${index}`);
      const reader = outsiders[index % outsiders.length] ?? "observer";
      for (const rest of ["/streams", `/streams/${hashHex("none", index).slice(0, 32)}/entries`]) {
        await http({ via: "http", as: reader, method: "GET", url: write.path(reader, rest) });
      }
    }
    await eventually(() =>
      outsiders.every((name) => name === "convenor" || (received.get(name) ?? "").includes("word 11")),
    );
    await settled();
    return new Map(received);
  } finally {
    for (const line of sockets.values()) line.destroy();
    await rooms.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The last list of who is here. */
function hereIn(text: string, mark: string): string {
  return text.slice(Math.max(0, text.lastIndexOf(mark)));
}

/** A client's frame; a mask of zeros is a mask. */
function masked(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text, "latin1")]);
}

/** Time for what was written to be delivered: over loopback, after commit. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

async function eventually(is: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!is()) {
    if (performance.now() > end) throw new Error("it does not come to it");
    await settled();
  }
}

test("on a real port, too, no byte that an outsider receives depends on a caucus or on another's papers", async () => {
  const first = await history(false);
  const second = await history(true);
  for (const name of outsiders) {
    expect(first.get(name)?.length).toBeGreaterThan(2000);
    expect([name, second.get(name)]).toEqual([name, first.get(name)]);
  }
  // and the insiders have heard more
  for (const name of insiders) expect(second.get(name)!.length).toBeGreaterThan(first.get(name)!.length + 1000);
}, 120_000);
