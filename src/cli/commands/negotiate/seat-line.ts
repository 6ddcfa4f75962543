import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import { type Lent, type OpenSocket, socketAddress } from "#seat";
import { subprotocol } from "#wire";
import { checkNatively } from "../../check-natively.ts";
import { postCommand } from "./host-requests.ts";
import { fileOutbox, type TakenSeat } from "./seat-file.ts";

/** What the command line lends a seat: a socket, a clock, random bytes, files. */
export function seatLine(path: string, { kept, session }: TakenSeat): Lent {
  return {
    openSocket: opener(socketAddress(kept), session),
    clock: {
      now: Date.now,
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    random: (length) => new Uint8Array(randomBytes(length)),
    outbox: fileOutbox(path),
    check: checkNatively(),
    post: (pending) => postCommand(kept, session, pending),
  };
}

/** The same package on every Node: Node's own WebSocket sends no cookie in a way that all versions share. */
function opener(address: string, cookie: string): OpenSocket {
  return ({ opened, received, closed }) => {
    const socket = new WebSocket(address, subprotocol, { headers: { cookie }, maxPayload: 64 * 1024 * 1024 });
    let forbidden = false;
    socket.on("open", opened);
    socket.on("message", (data) => received(String(data)));
    socket.on("error", ({ message }) => {
      // the only sign of the answer's status that it gives; "close" follows
      forbidden ||= /server response: 40[134]/.test(message);
    });
    socket.on("close", () => closed({ forbidden }));
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.terminate(),
    };
  };
}
