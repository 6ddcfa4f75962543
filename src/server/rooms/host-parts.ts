import type { Instant } from "#room";
import type { Store } from "#store";
import type { CrashPoint } from "./host.ts";
import type { HostKey } from "./host-key.ts";
import type { HeldNegotiations } from "./negotiations.ts";

/** What the parts of the host work with. */
export type HostParts = {
  readonly store: Store;
  readonly key: HostKey;
  readonly clock: () => Instant;
  readonly random: (purpose: string, size: number) => Uint8Array;
  readonly at: (point: CrashPoint) => void | Promise<void>;
  readonly negotiations: HeldNegotiations;
};

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
