import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { CrashPoint } from "./host.ts";
import type { Limits } from "./limits.ts";

export type RoomsOptions = {
  /** A PostgreSQL of one's own; without it one is started under `dataFolder`. */
  readonly databaseUrl?: string;
  readonly ownerUrl?: string;
  readonly dataFolder: string;
  /** Further origins that a page of ours may have, as behind a proxy that changes the Host header. */
  readonly origins?: readonly string[];
  readonly limits?: Limits;
  /** Where a crash test stops the process. */
  readonly at?: (point: CrashPoint) => void | Promise<void>;
  /** Hears, in whole sentences, what the person who started the server ought to know. */
  readonly tell?: (sentence: string) => void;
};

/**
 * The rooms of a server. Nothing of them is loaded before `start`, and what is asked for before they are ready waits for
 * them: the workbench itself never does.
 */
export type RoomService = {
  readonly start: () => void;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Says goodbye to everybody, and lets go of the database. */
  readonly close: () => Promise<void>;
};

/** Rooms that are open, as `openRooms` gives them. */
export type OpenRooms = Pick<RoomService, "handle" | "upgrade" | "close">;

export function isRoomPath(url: string | undefined): boolean {
  return url !== undefined && /^\/negotiations(\/|\?|$)/.test(url);
}

export function roomService(
  options: RoomsOptions,
  isOwnHost: (header: string | undefined) => boolean,
  open: (options: RoomsOptions, isOwnHost: (header: string | undefined) => boolean) => Promise<OpenRooms> = openLater,
): RoomService {
  let opening: Promise<OpenRooms | undefined> | undefined;
  let isClosing = false;

  function rooms(): Promise<OpenRooms | undefined> {
    opening ??= open(options, isOwnHost).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      options.tell?.(`There are no rooms: ${sentenceOf(why)} The workbench itself goes on.`);
      return undefined;
    });
    return opening;
  }

  return {
    start: () => {
      if (!isClosing) void rooms();
    },
    handle: (request, response) => {
      void rooms().then((opened) => {
        if (opened && !isClosing) opened.handle(request, response);
        else closedAnswer(response);
      });
    },
    upgrade: (request, socket, head) => {
      const drop = (): void => void socket.destroy();
      socket.on("error", drop);
      void rooms().then((opened) => {
        socket.off("error", drop);
        if (opened && !isClosing) opened.upgrade(request, socket, head);
        else socket.end("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
      });
    },
    close: async () => {
      isClosing = true;
      await (await opening)?.close();
    },
  };
}

async function openLater(
  options: RoomsOptions,
  isOwnHost: (header: string | undefined) => boolean,
): Promise<OpenRooms> {
  const { openRooms } = await import("./open-rooms.ts");
  return openRooms(options, isOwnHost);
}

function closedAnswer(response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(JSON.stringify({ message: "This server has no rooms just now." }));
}

function sentenceOf(text: string): string {
  const [line = ""] = text.split("\n");
  const sentence = line.slice(0, 300).trim();
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
