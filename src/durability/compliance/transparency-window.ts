import type { LeastDetection } from "./repeated-compliance.ts";

/** One way to monitor: the chance pi(m) that it sees a breach, and what it lets the other side learn that helps an attack. */
export type MonitoringLevel = { readonly id: string; readonly detection: number; readonly exposure: number };

export type TransparencyWindow =
  /** Those that see enough and expose little enough, in the order given. */
  | { readonly kind: "window"; readonly levels: readonly string[] }
  | {
      readonly kind: "empty";
      readonly because: "no-level" | "none-sees-enough" | "all-expose-too-much" | "what-sees-enough-exposes-too-much";
    };

export type TransparencyVerdict = "works" | "sees-too-little" | "shows-too-much" | "both";

/** One level: does it see enough, pi(m) >= pi*, and show no more than is borne? Ties: equality suffices on both sides. */
export function transparencyOf(
  { detection, exposure }: Omit<MonitoringLevel, "id">,
  needed: LeastDetection,
  tolerance: number,
): TransparencyVerdict {
  const sees = needed.kind === "detection" && detection >= needed.value;
  if (exposure <= tolerance) return sees ? "works" : "sees-too-little";
  return sees ? "shows-too-much" : "both";
}

/**
 * Transparency against security: a treaty exists iff some monitoring level m has pi(m) >= pi* and exposure(m) <= tolerance.
 * Ties: equality suffices on both sides. Source: Coe & Vaynman 2020.
 * @param needed  pi*, of `leastDetection`.
 * @param tolerance  in the points of the exposures.
 */
export function transparencyWindow(
  levels: readonly MonitoringLevel[],
  needed: LeastDetection,
  tolerance: number,
): TransparencyWindow {
  const verdicts = levels.map((level) => transparencyOf(level, needed, tolerance));
  const works = levels.filter((_, at) => verdicts[at] === "works");
  if (works.length > 0) return { kind: "window", levels: works.map(({ id }) => id) };
  if (levels.length === 0) return { kind: "empty", because: "no-level" };
  if (!verdicts.includes("shows-too-much")) return { kind: "empty", because: "none-sees-enough" };
  if (!verdicts.includes("sees-too-little")) return { kind: "empty", because: "all-expose-too-much" };
  return { kind: "empty", because: "what-sees-enough-exposes-too-much" };
}
