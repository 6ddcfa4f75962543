import type { IssueId, OptionId } from "#model";
import type { Contradiction } from "./composition.ts";
import type { Table } from "./table.ts";

/** Issues on which agreed offers differ, in the order in which they are first settled. */
export function contradictionsOf({ offers, refs, agreed }: Table): readonly Contradiction[] {
  const sides = new Map<IssueId, Map<OptionId, number[]>>();
  offers.slice(0, agreed).forEach(({ choices }, offer) => {
    for (const [issue, option] of Object.entries(choices)) {
      const byOption = sides.get(issue) ?? new Map<OptionId, number[]>();
      sides.set(issue, byOption.set(option, [...(byOption.get(option) ?? []), offer]));
    }
  });
  return [...sides].flatMap(([issue, byOption]) => {
    if (byOption.size < 2) return [];
    const channels = new Set([...byOption.values()].flat().map((offer) => refs[offer]!.channel));
    return [
      {
        issue,
        sides: [...byOption].map(([option, numbers]) => ({ option, offers: numbers.map((offer) => refs[offer]!) })),
        acrossChannels: channels.size > 1,
      },
    ];
  });
}
