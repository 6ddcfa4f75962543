import type { OfferCondition } from "../offer.ts";
import { has, membersOf } from "./bit-set.ts";
import { closedParts } from "./closed-parts.ts";
import type { Circle } from "./composition.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { problemAmong, type Table } from "./table.ts";

type WaitsOn = { readonly other: number; readonly condition: OfferCondition };

/**
 * The circles among what is agreed and what is live. An offer outside the closed sets waits on those that could meet a
 * condition which nothing in a closed set meets; one inside, on those inside that meet its conditions.
 * All circles together take a quarter of `steps` to find out which would close.
 */
export function circlesOf(table: Table, closed: ReadonlySet<number>, steps: number): readonly Circle[] {
  const budget = { left: Math.ceil(steps / 4) };
  const waitsOn = table.offers.map((_, offer) => waitsOnOf(table, closed, offer));
  return stronglyConnected(waitsOn.map((ways) => ways.map(({ other }) => other))).flatMap((members) => {
    if (members.length < 2) return [];
    const toAccept = members.filter((offer) => offer >= table.agreed);
    const isClosed = members.every((offer) => closed.has(offer));
    return [
      {
        offers: members.map((offer) => table.refs[offer]!),
        ring: ringThrough(members[0]!, new Set(members), waitsOn).map(({ from, condition }) => {
          return { offer: table.refs[from]!, waitsOn: condition };
        }),
        closed: isClosed,
        toAccept: toAccept.map((offer) => table.refs[offer]!),
        wouldClose: isClosed || wouldClose(table, members, budget),
      },
    ];
  });
}

function waitsOnOf({ offers, conflicts, needs }: Table, closed: ReadonlySet<number>, offer: number): WaitsOn[] {
  const inside = closed.has(offer);
  return offers[offer]!.conditions.flatMap((condition, at) => {
    const able = membersOf(needs[offer]![at]!).filter((other) => other !== offer && !has(conflicts[offer]!, other));
    const firm = able.filter((other) => closed.has(other));
    if (!inside && firm.length > 0) return [];
    return (inside ? firm : able).map((other) => ({ other, condition }));
  });
}

/** Shortest way back to the start, breadth first; ties by the lower number. */
function ringThrough(
  start: number,
  members: ReadonlySet<number>,
  waitsOn: readonly (readonly WaitsOn[])[],
): readonly { readonly from: number; readonly condition: OfferCondition }[] {
  const reachedBy = new Map<number, { from: number; condition: OfferCondition }>();
  const ahead = [start];
  for (const from of ahead) {
    for (const { other, condition } of waitsOn[from]!.toSorted((a, b) => a.other - b.other)) {
      if (!members.has(other) || reachedBy.has(other)) continue;
      reachedBy.set(other, { from, condition });
      ahead.push(other);
    }
    if (reachedBy.has(start)) break;
  }
  const ring: { from: number; condition: OfferCondition }[] = [];
  let at = start;
  do {
    const step = reachedBy.get(at);
    if (step === undefined) throw new Error("offers of one circle reach each other");
    ring.unshift(step);
    at = step.from;
  } while (at !== start);
  return ring;
}

function wouldClose(table: Table, members: readonly number[], steps: { left: number }): boolean {
  const agreed = Array.from({ length: table.agreed }, (_, offer) => offer);
  const chosen = [...agreed, ...members.filter((offer) => offer >= table.agreed)];
  const places = members.map((offer) => chosen.indexOf(offer));
  return closedParts(problemAmong(table, chosen), steps).parts.some(({ alternatives }) =>
    alternatives.some((set) => places.every((place) => has(set, place))),
  );
}
