/** A socket as the page or the command line lends it: text frames in both directions. */
export type Socket = {
  readonly send: (text: string) => void;
  readonly close: () => void;
};

/** What a socket tells. After `closed` it tells nothing more. */
export type SocketListener = {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** `forbidden`: the host has said that this seat is not to be had; not that it could not be reached. */
  readonly closed: (why: { readonly forbidden: boolean }) => void;
};

/** Opens the seat's socket with the session that the client holds. */
export type OpenSocket = (listener: SocketListener) => Socket;

/** Where the seat's socket is: `wss:` for `https:`. */
export function socketAddress({ origin, negotiation, seat }: SeatPlace): string {
  return `${origin.replace(/^http/, "ws")}/negotiations/${negotiation}/seats/${seat}/socket`;
}

export type SeatPlace = { readonly origin: string; readonly negotiation: string; readonly seat: string };
