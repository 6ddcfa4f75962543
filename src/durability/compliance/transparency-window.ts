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
  const sees = ({ detection }: MonitoringLevel): boolean => needed.kind === "detection" && detection >= needed.value;
  const bearable = ({ exposure }: MonitoringLevel): boolean => exposure <= tolerance;
  const works = levels.filter((level) => sees(level) && bearable(level));
  if (works.length > 0) return { kind: "window", levels: works.map(({ id }) => id) };
  if (levels.length === 0) return { kind: "empty", because: "no-level" };
  if (!levels.some(sees)) return { kind: "empty", because: "none-sees-enough" };
  if (!levels.some(bearable)) return { kind: "empty", because: "all-expose-too-much" };
  return { kind: "empty", because: "what-sees-enough-exposes-too-much" };
}
