import type { SheetDraft, SheetDraws, Spread } from "#elicitation";
import { type Agenda, type Choices, holds, isInForce, isSettlement, type Package } from "#model";
import type { PackageWorth } from "./thinking.ts";

/** What a settlement is worth in each draw, in points. It must settle every issue. */
export function drawnWorth(agenda: Agenda, draft: SheetDraft, draws: SheetDraws, settlement: Choices): Float64Array {
  const { count, weights, values } = draws;
  const width = values.length / count;
  const n = agenda.issues.length;
  const worth = new Float64Array(count).fill(linkagePoints(draft, settlement));
  let offset = 0;
  agenda.issues.forEach(({ id, options }, i) => {
    const cell = tableCell(draft, settlement, id);
    const option = offset + options.findIndex((one) => one.id === settlement[id]);
    offset += options.length;
    for (let draw = 0; draw < count; draw++)
      worth[draw]! += (weights[draw * n + i]! * (cell ?? values[draw * width + option]!)) / 100;
  });
  return worth;
}

/** Share of the draws in which the settlement is worth at least what no deal is. */
export function shareAboveNoDeal(worth: Float64Array, { reservations, count }: SheetDraws, agenda: Agenda): number {
  let above = 0;
  worth.forEach((each, draw) => {
    const surplus = each - reservations[draw]!;
    if (surplus > 0 || (surplus === 0 && agenda.tie === "accepts")) above++;
  });
  return above / count;
}

/** What each named package is worth to this side, and in what share of the draws it would accept it. */
export function packageWorths(
  agenda: Agenda,
  draft: SheetDraft,
  draws: SheetDraws,
  packages: readonly Package[],
): readonly PackageWorth[] {
  return packages.map((each): PackageWorth => {
    if (!isSettlement(agenda, each.choices)) return { package: each.id, accepted: 0, lines: [] };
    const on = each.date ?? agenda.asOf;
    const worth = drawnWorth(agenda, draft, draws, each.choices);
    const lines = draft.redLines
      .filter((line) => line.kind === "hard" && isInForce(line, on) && holds(line.when, each.choices))
      .map(({ id }) => id);
    const refused = floorsBroken(agenda, draft, draws, each.choices);
    let accepted = 0;
    worth.forEach((points, draw) => {
      const surplus = points - draws.reservations[draw]!;
      const enough = surplus > 0 || (surplus === 0 && agenda.tie === "accepts");
      if (enough && !refused[draw]) accepted++;
    });
    return {
      package: each.id,
      worth: quantiles(worth),
      accepted: lines.length > 0 ? 0 : accepted / draws.count,
      lines,
    };
  });
}

function quantiles(numbers: Float64Array): Spread {
  const sorted = numbers.slice().sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { low: at(0.05), mid: at(0.5), high: at(0.95) };
}

/** Per draw, whether a commitment of the settlement is worth less than its floor. */
function floorsBroken(agenda: Agenda, draft: SheetDraft, draws: SheetDraws, settlement: Choices): Uint8Array {
  const broken = new Uint8Array(draws.count);
  const width = draws.values.length / draws.count;
  let offset = 0;
  for (const { id, options } of agenda.issues) {
    const option = offset + options.findIndex((one) => one.id === settlement[id]);
    offset += options.length;
    const cell = tableCell(draft, settlement, id);
    for (const floor of draft.floors) {
      if (floor.issue !== id || !floor.commitments.includes(settlement[id] ?? "")) continue;
      for (let draw = 0; draw < draws.count; draw++)
        if ((cell ?? draws.values[draw * width + option]!) < floor.min) broken[draw] = 1;
    }
  }
  return broken;
}

function linkagePoints({ linkages }: SheetDraft, settlement: Choices): number {
  return linkages.reduce(
    (sum, each) =>
      each.kind === "combination" && holds(each.when, settlement) ? sum + (each.value.mid / each.of) * 100 : sum,
    0,
  );
}

function tableCell({ linkages }: SheetDraft, settlement: Choices, issue: string): number | undefined {
  for (const linkage of linkages) {
    if (linkage.kind !== "table" || linkage.issue !== issue) continue;
    const cell = linkage.table[settlement[linkage.given] ?? ""]?.[settlement[issue] ?? ""];
    if (cell) return cell.mid;
  }
  return undefined;
}
