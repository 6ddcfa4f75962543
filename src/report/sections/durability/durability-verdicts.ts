import type { Inline } from "../../document/document.ts";
import { name } from "../../document/document.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { judgedVerdictText } from "./judged-words.ts";
import { withReadableReasons } from "./readable-reasons.ts";

/** One verdict on the time after signature, and the id of the section that says why. */
export type NamedVerdict = { readonly section: string; readonly name: Inline; readonly verdict: readonly Inline[] };

/** Every verdict in a line: what a reader looks at before she reads a section. */
export function durabilityVerdicts(context: DurabilityContext): readonly NamedVerdict[] {
  const { durability, aftermath } = withReadableReasons(context);
  const judged: NamedVerdict[] =
    durability.status === "unknown"
      ? []
      : [
          ...durability.guarantees.map((one) => ({
            section: `guarantee-${one.id}`,
            name: name(one.name),
            verdict: judgedVerdictText(one.verdict),
          })),
          ...durability.limits.map((one) => ({
            section: `limit-${one.id}`,
            name: name(one.name),
            verdict: one.stands === "yes" ? judgedVerdictText(one.inspection.verdict) : standsText(one),
          })),
          ...durability.shifts.map((one) => ({
            section: `shift-${one.id}`,
            name: name(one.name),
            verdict: one.stands === "yes" ? judgedVerdictText(one.verdict) : standsText(one),
          })),
        ];
  return [...judged, { section: "aftermath", name: "After signature", verdict: aftermathText(aftermath) }];
}

function standsText(
  one: { readonly stands: "no" } | { readonly stands: "unknown"; readonly reason: string },
): readonly Inline[] {
  return one.stands === "no"
    ? [{ kind: "faint", of: ["not in this package"] }]
    : [openMark("not known"), `: ${one.reason}`];
}

function aftermathText(aftermath: DurabilityContext["aftermath"]): readonly Inline[] {
  if (aftermath.kind === "unknown") return [openMark("not known"), `: ${aftermath.reason}`];
  if (aftermath.settlementHolds.status !== "exact") return [openMark("not known")];
  return aftermath.settlementHolds.value
    ? [{ kind: "verdict", is: "yes", text: "holds" }, assumed]
    : [{ kind: "verdict", is: "no", text: "does not hold" }, assumed];
}

/** It follows from the parties' orders, which somebody stated about them. */
const assumed: Inline = { kind: "faint", of: [" by orders that are assumed"] };

function openMark(text: string): Inline {
  return { kind: "verdict", is: "open", text };
}
