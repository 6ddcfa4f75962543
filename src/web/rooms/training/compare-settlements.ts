import type { Agenda, Settlement } from "#model";
import type { Look } from "../host/look-in.ts";

const settled: ReadonlySet<string> = new Set(["adopted", "initialled", "signed", "ratified"]);

/** What the plenary adopted and did not reopen; undefined if it adopted nothing. */
export function adoptedIn({ plenary }: Look): Settlement | undefined {
  return plenary && [...plenary.motions.values()].findLast(({ stage }) => settled.has(stage))?.settlement;
}

/** For each issue, the option's name that each group adopted; undefined where a group adopted nothing. */
export function settlementRows(
  agenda: Agenda,
  settlements: readonly (Settlement | undefined)[],
): readonly {
  readonly issue: string;
  readonly options: readonly (string | undefined)[];
  readonly differ: boolean;
}[] {
  return agenda.issues.map(({ id, name, options }) => {
    const chosen = settlements.map((settlement) => {
      const option = settlement?.[id];
      return option === undefined ? undefined : (options.find((one) => one.id === option)?.name ?? option);
    });
    return { issue: name, options: chosen, differ: new Set(chosen.filter((one) => one !== undefined)).size > 1 };
  });
}
