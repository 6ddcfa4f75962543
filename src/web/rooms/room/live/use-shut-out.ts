import { useLive } from "./live-room.tsx";

/** What the host said when it let this seat in no more: nothing that is written here goes anywhere. */
export function useShutOut(): string | undefined {
  return useLive(({ connection }) => {
    return connection.kind === "closed" && connection.why !== "left" ? connection.message : undefined;
  });
}
