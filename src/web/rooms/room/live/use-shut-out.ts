import { useLive } from "./live-room.tsx";

/** Whether the host lets this seat in no more: nothing that is written here goes anywhere. Why stands by the connection. */
export function useShutOut(): boolean {
  return useLive(({ connection }) => connection.kind === "closed" && connection.why !== "left");
}
