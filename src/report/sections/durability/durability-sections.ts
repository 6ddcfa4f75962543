import type { Section } from "../../document/document.ts";
import { aftermathSection } from "./aftermath-section.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { guaranteeSection } from "./guarantee-section.ts";
import { limitSection } from "./limit-section.ts";
import { withReadableReasons } from "./readable-reasons.ts";
import { shiftSection } from "./shift-section.ts";
import { present } from "./some-blocks.ts";
import { tiersSection } from "./tiers-section.ts";

/** Will it hold? For one package or settlement: the ground, the guarantees, the limits, the shifts, the time after signature. */
export function durabilitySections(given: DurabilityContext): readonly Section[] {
  const context = withReadableReasons(given);
  const { durability } = context;
  return [
    ...present(tiersSection(context)),
    ...(durability.status === "judged"
      ? [
          ...durability.guarantees.map((report) => guaranteeSection(context, report)),
          ...durability.limits.map((report) => limitSection(context, report)),
          ...durability.shifts.map((report) => shiftSection(context, report)),
        ]
      : []),
    ...present(aftermathSection(context)),
  ];
}
