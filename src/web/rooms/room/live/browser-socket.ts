import { type OpenSocket, type SeatPlace, socketAddress } from "#seat";
import { subprotocol } from "#wire";

/** The seat's socket over the browser's own; its session is the cookie that joining set. */
export function browserSocket(place: SeatPlace): OpenSocket {
  return (listener) => {
    const socket = new WebSocket(socketAddress(place), subprotocol);
    let wasOpen = false;
    socket.addEventListener("open", () => {
      wasOpen = true;
      listener.opened();
    });
    socket.addEventListener("message", ({ data }) => {
      if (typeof data === "string") listener.received(data);
    });
    socket.addEventListener("close", () => {
      if (wasOpen) return listener.closed({ forbidden: false });
      // a socket that was refused and one that found no server look alike to a page: the seat's streams tell them apart
      void isForbidden(place).then((forbidden) => listener.closed({ forbidden }));
    });
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  };
}

async function isForbidden({ origin, negotiation, seat }: SeatPlace): Promise<boolean> {
  try {
    const { status } = await fetch(`${origin}/negotiations/${negotiation}/seats/${seat}/streams`);
    return status === 401 || status === 403 || status === 404;
  } catch {
    return false;
  }
}
