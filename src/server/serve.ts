import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { err, ok, type Result } from "#prelude";
import { inAddress, isLoopback, isOwnHost } from "./own-host.ts";
import { isRoomPath, type RoomService, type RoomsOptions, roomService } from "./rooms/room-service.ts";
import { type WorkbenchFolders, workbench } from "./workbench.ts";

export type ServeOptions = WorkbenchFolders & {
  /** 0: any that is free. */
  readonly port: number;
  readonly host: string;
  /** Left out: a workbench without rooms. */
  readonly rooms?: RoomsOptions;
};

export type Serving = {
  /** "http://127.0.0.1:4680/" */
  readonly address: string;
  /** Whether only this machine reaches it. */
  readonly isLocal: boolean;
  /** Opens the rooms, if they were wished for: after the address was said, since nobody should wait for a database first. */
  readonly openRooms: () => void;
  /** Ends what is being answered and lets go of every connection; done within a second, and a database's own end. */
  readonly close: () => Promise<void>;
};

/** Why it could not begin, in words for the person who started it. */
export type ServeFailure = {
  readonly reason: "port-taken" | "port-refused" | "no-such-host";
  readonly message: string;
};

/** The page is asked for at once when the address is said; loading the rooms would come in between. */
const pageFirstMs = 500;
/** An answer that takes longer than this is cut off when the server closes. */
const patienceMs = 700;

/** Serves the workbench until it is closed. */
export async function serve(options: ServeOptions): Promise<Result<Serving, ServeFailure>> {
  const { port, host: written, rooms: wanted, ...folders } = options;
  const host = written === "localhost" ? "127.0.0.1" : written; // that name alone would be two servers, one for ::1
  let bound = { host, port };
  const isOwn = (header: string | undefined): boolean => isOwnHost(header, bound);
  const rooms = wanted && roomService(wanted, isOwn);
  const { app, shipped } = await workbench(folders, { isOwnHost: isOwn, ...(rooms ? { rooms } : {}) });
  app.server.on("upgrade", (request, socket, head) => {
    if (rooms && isRoomPath(request.url)) rooms.upgrade(request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  });
  const close = closing(app, rooms);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    return err(failureOf(error, host, port));
  }
  bound = { host, port: (app.server.address() as AddressInfo).port }; // it listens on a port, not on a pipe
  // the library's first look is ready before it is asked for, but a page asked for at once comes first; a fault shows when
  // somebody asks
  setTimeout(() => void shipped.list().catch(() => {}), 100).unref();
  const address = `http://${inAddress(host)}:${bound.port}/`;
  const openRooms = (): void => void setTimeout(() => rooms?.start(), pageFirstMs).unref();
  return ok({ address, isLocal: isLoopback(host), openRooms, close });
}

/**
 * Fastify ends idle connections and waits for the others; one that a browser opened ahead of need, and never used, counts
 * as busy. So when nothing is being answered any more all of them are ended.
 */
function closing(app: FastifyInstance, rooms: RoomService | undefined): () => Promise<void> {
  let answering = 0;
  let isClosing = false;
  const endAll = (): void => app.server.closeAllConnections();
  app.server.on("request", (_request, response) => {
    answering += 1;
    response.once("close", () => {
      answering -= 1;
      if (isClosing && answering === 0) endAll();
    });
  });
  return async () => {
    isClosing = true;
    await rooms?.close(); // first: its connections are not this server's to end
    const closed = app.close();
    if (answering === 0) endAll();
    const timer = setTimeout(endAll, patienceMs);
    await closed;
    clearTimeout(timer);
  };
}

function failureOf(error: unknown, host: string, port: number): ServeFailure {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return {
        reason: "port-taken",
        message: `Port ${port} is taken by another program. Choose another with --port, such as --port ${port + 1}, or any free one with --port 0.`,
      };
    case "EACCES":
    case "EPERM":
      return {
        reason: "port-refused",
        message: `Port ${port} may not be used by this user. Choose one above 1023 with --port, such as --port 4680.`,
      };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return {
        reason: "no-such-host",
        message: `"${host}" is not an address of this machine. Leave --host out to be reached from this machine only.`,
      };
    default:
      throw error;
  }
}
