import type { Analysis, RedLinePrice } from "#analysis";
import { nameOf } from "../oracle/constraints.ts";
import { approximately, type Fraction } from "../oracle/fraction.ts";
import type { Oracle } from "../oracle/oracle.ts";
import type { Effect } from "../oracle/red-line-effects.ts";
import type { Unlock } from "../oracle/zone-unlocks.ts";
import { unequal } from "./differences.ts";
import { isWorth, rowOf, wholeUnits } from "./whole-vectors.ts";

/** Why there is no deal, what would open the zone, and what each line and floor costs. */
export function constraintDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  return [
    ...unequal(
      "enforced",
      analysis.rules.enforced
        .filter(({ kind }) => kind !== "reservation")
        .map(nameOf)
        .sort(),
      answer.table.constraints
        .map(({ ref }) => nameOf(ref))
        .filter((name) => answer.without.has(name))
        .sort(),
    ),
    ...conflictDifferences(analysis, answer),
    ...unlockDifferences(analysis, answer),
    ...priceDifferences(analysis, answer),
  ];
}

function conflictDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  if (analysis.conflicts.status !== "exact") return [`conflicts: not exact but ${analysis.conflicts.status}`];
  const engine = analysis.conflicts.value.map(({ members }) => members.map(nameOf).sort().join(" + ")).sort();
  const enumeration = answer.conflicts.map((members) => [...members].sort().join(" + ")).sort();
  // Contradictory rules conflict without anybody: one conflict without members, or none listed, says the same.
  if (answer.settlements === 0 && engine.length === 0) return [];
  return unequal("conflicts", engine, enumeration);
}

function unlockDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  // Contradictory rules: nothing that parties insist on could be dropped to any effect, and the engine says so in words.
  if (answer.settlements === 0 && analysis.zoneUnlocks.status === "unknown") return [];
  if (analysis.zoneUnlocks.status !== "exact") return [`zone unlocks: not exact but ${analysis.zoneUnlocks.status}`];
  const engine = analysis.zoneUnlocks.value;
  const refs = (unlock: Unlock) => unlock.remove.map((position) => answer.table.constraints[position]!.ref);
  const found = [
    ...unequal(
      "zone unlocks",
      engine.map(({ remove }) => remove.map(nameOf).sort().join(" + ")).sort(),
      answer.zoneUnlocks.map((unlock) => refs(unlock).map(nameOf).sort().join(" + ")).sort(),
    ),
  ];
  for (const unlock of answer.zoneUnlocks) {
    const names = refs(unlock).map(nameOf).sort().join(" + ");
    const same = engine.find(({ remove }) => remove.map(nameOf).sort().join(" + ") === names);
    if (!same) continue; // said above
    const parties = refs(unlock).flatMap((ref) => (ref.kind === "reservation" ? [ref.party] : []));
    const units = (cut: Readonly<Record<string, number>>): string =>
      parties.map((party) => `${party} ${wholeUnits(answer, cut[party] ?? Number.NaN)}`).join(", ");
    const expected = unlock.cuts.map((cut) =>
      cut.map((one) => `${answer.table.parties[one.column]} ${one.cut}`).join(", "),
    );
    found.push(...unequal(`cuts of ${names}`, same.cuts.map(({ cut }) => units(cut)).sort(), [...expected].sort()));
    const removed = unlock.remove.reduce((bits, position) => bits | (1 << position), 0);
    const kept = (2 ** answer.table.constraints.length - 1) & ~removed;
    for (const { settlement, utilities } of [same.witness, ...same.cuts.map(({ witness }) => witness)]) {
      const row = rowOf(answer, settlement);
      if (!row || (row.met & kept) !== kept) found.push(`${names}: its witness does not meet the rest`);
      else if (!isWorth(answer, row, utilities)) found.push(`${names}: its witness is worth something else`);
    }
    for (const { cut, witness } of same.cuts) {
      const row = rowOf(answer, witness.settlement);
      for (const party of parties) {
        const column = answer.table.parties.indexOf(party);
        const short = answer.table.reservations[column]! - (row?.utilities[column] ?? 0);
        if (short > (wholeUnits(answer, cut[party] ?? Number.NaN) ?? -1))
          found.push(`${names}: the witness needs more of ${party}`);
      }
    }
  }
  return found;
}

function priceDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  const priced = new Set(analysis.redLinePrices.map(({ constraint }) => nameOf(constraint)));
  const lines = answer.table.constraints.filter(({ ref }) => ref.kind === "line").map(({ ref }) => nameOf(ref));
  return [
    ...lines.filter((line) => !priced.has(line)).map((line) => `no price of ${line}`),
    ...analysis.redLinePrices.flatMap((price) => {
      const effect = answer.without.get(nameOf(price.constraint));
      return effect ? onePrice(price, effect, answer) : [`price of ${nameOf(price.constraint)}, which is not enforced`];
    }),
  ];
}

function onePrice(price: RedLinePrice, without: Effect, answer: Oracle): readonly string[] {
  const name = nameOf(price.constraint);
  const before = answer.withEverything;
  const found = [
    ...unequal(`${name}: zone without`, price.zoneWithout, { status: "exact", value: without.zoneExists }),
  ];
  const gain = (
    what: string,
    engine: number | undefined,
    a: Fraction | undefined,
    b: Fraction | undefined,
    ratio = false,
  ): void => {
    const [after, base] = [a && approximately(a), b && approximately(b)];
    const expected = after === undefined || base === undefined ? undefined : ratio ? after / base : after - base;
    const near =
      expected === undefined || engine === undefined
        ? expected === engine
        : Math.abs(expected - engine) <= 1e-7 * Math.max(1, Math.abs(expected));
    if (!near) found.push(`${name}: ${what} engine ${engine}, enumeration ${expected}`);
  };
  gain("utilitarian gain", price.gain.utilitarian, without.utilitarian, before.utilitarian);
  gain("egalitarian gain", price.gain.egalitarian, without.egalitarian, before.egalitarian);
  gain("Nash product ratio", price.gain.nashProductRatio, without.nashProduct, before.nashProduct, true);
  const ratio = before.count === 0 ? undefined : without.count / before.count;
  if (ratio === undefined ? price.countRatio !== undefined : Math.abs((price.countRatio ?? 0) - ratio) > 1e-6 * ratio) {
    found.push(`${name}: count ratio engine ${price.countRatio}, enumeration ${ratio}`);
  }
  answer.parties.forEach((party, column) => {
    const expected = before.zoneExists ? without.ideals[column]! - before.ideals[column]! : undefined;
    const engine = price.idealGain[party];
    found.push(
      ...unequal(
        `${name}: ideal gain of ${party}`,
        engine === undefined ? undefined : wholeUnits(answer, engine),
        expected,
      ),
    );
  });
  return found;
}
