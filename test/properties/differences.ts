import type { Analysis, AnalysisOptions } from "#analysis";
import type { Answer } from "#prelude";
import type { Oracle } from "../oracle/oracle.ts";
import { zoneRows } from "../oracle/settlement-table.ts";
import { constraintDifferences } from "./constraint-differences.ts";
import { frontierDifferences, pointDifferences, solutionDifferences } from "./efficiency-differences.ts";
import { packageDifferences } from "./package-differences.ts";
import { wholeUnits } from "./whole-vectors.ts";

/** Every place where an analysis and the enumeration of the same scenario and options do not say the same. */
export function differences(analysis: Analysis, answer: Oracle, options: AnalysisOptions): readonly string[] {
  return [
    ...countDifferences(analysis, answer),
    ...zoneDifferences(analysis, answer),
    ...partyDifferences(analysis, answer),
    ...frontierDifferences("frontier", analysis.frontier, answer, answer.frontier),
    ...(analysis.frontierBeforeReservations || answer.zoneCount === 0
      ? frontierDifferences(
          "frontier before reservations",
          analysis.frontierBeforeReservations,
          answer,
          answer.frontierBeforeReservations,
        )
      : []),
    ...solutionDifferences(analysis.solutions, answer),
    ...constraintDifferences(analysis, answer),
    ...deadDifferences(analysis, answer),
    ...packageDifferences(analysis, answer, options),
  ];
}

/** Nothing, or one line that says both. */
export function unequal(what: string, engine: unknown, enumeration: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(engine), JSON.stringify(enumeration)];
  return a === b ? [] : [`${what}: engine ${a}, enumeration ${b}`];
}

/** Small scenarios leave no room for anything but an exact answer. */
export function unequalAnswer<T>(what: string, engine: Answer<T> | undefined, enumeration: T): readonly string[] {
  return unequal(what, engine, { status: "exact", value: enumeration });
}

function countDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  return [
    ...unequalAnswer("settlements", analysis.settlements, String(answer.settlements)),
    ...unequalAnswer(
      "settlements without definitional rules",
      analysis.settlementsWithoutDefinitionalRules,
      String(answer.settlementsWithoutDefinitionalRules),
    ),
    ...unequalAnswer("zone count", analysis.agreementZone.count, String(answer.zoneCount)),
    ...unequalAnswer("zone exists", analysis.agreementZone.exists, answer.zoneCount > 0),
  ];
}

function zoneDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  const { witness } = analysis.agreementZone;
  if (answer.zoneCount === 0) return unequal("witness of an empty zone", witness, undefined);
  return witness
    ? pointDifferences("zone witness", witness, answer, zoneRows(answer.table))
    : ["no witness of the zone"];
}

function partyDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  const { table } = answer;
  const zone = zoneRows(table);
  const column = (party: string): number => table.parties.indexOf(party);
  const units = (points: number | undefined): number | undefined =>
    points === undefined ? undefined : wholeUnits(answer, points);
  const listed = unequal(
    "parties",
    analysis.parties.map(({ id }) => id),
    table.scenario.agenda.parties.map(({ id }) => id),
  );
  const each = analysis.parties.flatMap((party) => {
    const own = column(party.id);
    const consents = unequal(`${party.id} consents`, party.consents, table.scenario.agenda.consent.includes(party.id));
    if (own < 0) return [...consents, ...unequal(`${party.id} sheet`, party.sheet, "none")];
    const all = table.rows.map(({ utilities }) => utilities[own]!);
    const inZone = zone.map(({ utilities }) => utilities[own]!);
    return [
      ...consents,
      ...(all.length === 0
        ? []
        : [
            ...unequal(`${party.id} least`, units(party.range?.least), least(all)),
            ...unequal(`${party.id} most`, units(party.range?.most), most(all)),
          ]),
      ...(inZone.length === 0
        ? unequal(`${party.id} ideal`, party.ideal, undefined)
        : unequal(
            `${party.id} ideal`,
            party.ideal?.status === "exact" ? units(party.ideal.value) : party.ideal,
            most(inZone),
          )),
      ...unequal(`${party.id} reservation`, units(party.reservation?.mid), table.reservations[own]),
    ];
  });
  return [...listed, ...each];
}

function deadDifferences(analysis: Analysis, answer: Oracle): readonly string[] {
  const { byRules, inZone } = analysis.deadOptions;
  const name = ({ issue, option }: { issue: string; option: string }): string => `${issue}=${option}`;
  const rules = unequal("dead by rules", byRules.map(name).sort(), [...answer.dead.byRules].sort());
  if (answer.zoneCount === 0) return rules; // every option is dead then; the conflicts say why
  const why = (reason: string): string[] =>
    inZone
      .filter((dead) => dead.why === reason)
      .map(name)
      .sort();
  return [
    ...rules,
    ...unequal("dead by line", why("line"), [...answer.dead.byLine].sort()),
    ...unequal("dead by value", why("value"), [...answer.dead.byValue].sort()),
  ];
}

// Not Math.max(...): a quarter of a million arguments overflow the stack.
function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
