import { WebSocket } from "ws";
import type { Entry } from "#record";
import { type HostFrame, subprotocol } from "#wire";

/** A client as lean as can be: it keeps what comes, and checks that it comes in order. */
export type LoadClient = {
  readonly seat: string;
  readonly room: number;
  /** The hash of each entry that it was sent, by stream: whatever comes twice or out of order is a fault. */
  readonly have: Map<string, string[]>;
  readonly faults: string[];
  readonly send: (frame: unknown) => void;
  readonly connect: () => void;
  readonly hangUp: () => void;
  readonly isConnecting: () => boolean;
  /** The hall's stream, once it has come. */
  readonly hall: () => string;
  /** Whether it is connected and has all that the host said is there. */
  readonly isCurrent: () => boolean;
};

export type Heard = {
  readonly entry: (client: LoadClient, stream: string, entry: Entry) => void;
  readonly answer: (client: LoadClient, frame: Extract<HostFrame, { readonly key: string }>) => void;
  /** It may be current now. */
  readonly changed: (client: LoadClient) => void;
};

export function loadClient(
  { url, cookie, seat, room }: { url: string; cookie: string; seat: string; room: number },
  heard: Heard,
): LoadClient {
  let socket: WebSocket | undefined;
  let expected: ReadonlyMap<string, number> | undefined;
  let hall = "";
  const have = new Map<string, string[]>();

  function take(frame: HostFrame): void {
    switch (frame.t) {
      case "welcome":
        expected = new Map(frame.streams.map(({ stream, version }) => [stream, version]));
        heard.changed(client);
        break;
      case "entries": {
        const hashes = have.get(frame.stream) ?? [];
        have.set(frame.stream, hashes);
        if (frame.kind === "hall") hall = frame.stream;
        for (const entry of frame.entries) {
          if (entry.version !== hashes.length + 1) {
            client.faults.push(`entry ${entry.version} came after ${hashes.length}`);
            continue;
          }
          hashes.push(entry.hash);
          heard.entry(client, frame.stream, entry);
        }
        heard.changed(client);
        break;
      }
      case "done":
      case "refused":
      case "not done":
        heard.answer(client, frame);
        break;
      case "gone":
        client.faults.push(`stream ${frame.stream} is gone`);
        break;
      default: // who is here, and goodbyes
    }
  }

  const client: LoadClient = {
    ...{ seat, room, have, faults: [] },
    send: (frame) => socket?.send(JSON.stringify(frame)),
    connect: () => {
      expected = undefined;
      const opened = new WebSocket(url, [subprotocol], { headers: { cookie }, perMessageDeflate: false });
      socket = opened;
      opened.on("open", () => {
        const counts = Object.fromEntries([...have].map(([stream, { length }]) => [stream, length]));
        opened.send(JSON.stringify({ t: "resume", have: counts }));
      });
      opened.on("message", (data) => {
        if (socket === opened) take(JSON.parse(String(data))); // the host's own
      });
      opened.on("error", () => {}); // its closing tells
      opened.on("close", () => {
        if (socket !== opened) return;
        socket = undefined;
        expected = undefined;
        heard.changed(client);
      });
    },
    hangUp: () => {
      const old = socket;
      socket = undefined;
      expected = undefined;
      old?.terminate();
    },
    isConnecting: () => socket !== undefined,
    hall: () => hall,
    isCurrent: () =>
      socket !== undefined &&
      expected !== undefined &&
      [...expected].every(([stream, version]) => (have.get(stream)?.length ?? 0) >= version),
  };
  return client;
}
