import { z } from "zod";

/** A share of draws with its 95 % interval. */
export function shareContract() {
  const share = z.number().min(0).max(1);
  return z.strictObject({ share, low: share, high: share, n: z.number().int().describe("draws") });
}
