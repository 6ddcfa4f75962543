import { type BitSet, has, membersOf } from "./bit-set.ts";
import type { ConditionState, Waiting } from "./composition.ts";
import type { Table } from "./table.ts";

/** Everything on the table that is in no closed set. Time O(offers x conditions x offers). */
export function waitingOf(table: Table, closed: ReadonlySet<number>): readonly Waiting[] {
  const { refs, offers, agreed, conflicts } = table;
  return offers.flatMap((_, offer) => {
    if (closed.has(offer)) return [];
    return [
      {
        offer: refs[offer]!,
        status: offer < agreed ? "provisionally agreed" : "live",
        conditions: offers[offer]!.conditions.map((_, at) => conditionState(table, closed, offer, at)),
        contradicts: membersOf(conflicts[offer]!)
          .filter((other) => other < agreed)
          .map((other) => refs[other]!),
      },
    ];
  });
}

function conditionState(table: Table, closed: ReadonlySet<number>, offer: number, at: number): ConditionState {
  const { offers, refs, agreed, conflicts, needs } = table;
  const condition = offers[offer]!.conditions[at]!;
  const meeting: BitSet = needs[offer]![at]!;
  const apart = conflicts[offer]!;
  const able = membersOf(meeting);
  const metBy = able.filter((other) => other < agreed && !has(apart, other));
  const clashing = able.filter((other) => other < agreed && has(apart, other));
  const against = offers.flatMap(({ channel, choices }, other) => {
    const elsewhere = other >= agreed || channel !== condition.channel || choices[condition.issue] === undefined;
    return elsewhere || has(meeting, other) ? [] : [other];
  });
  const named = (numbers: readonly number[]) => numbers.map((number) => refs[number]!);
  return {
    condition,
    state: metBy.length > 0 ? "met" : against.length + clashing.length > 0 ? "contradicted" : "unmet",
    metBy: named(metBy),
    firmly: metBy.some((other) => closed.has(other)),
    against: named(against),
    clashing: named(clashing),
    couldMeet: named(able.filter((other) => other >= agreed && other !== offer && !has(apart, other))),
  };
}
