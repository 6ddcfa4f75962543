import type { AnalysisOptions } from "#analysis";
import type { Floor, IssueId, OptionId, Package, PartyId, PreferenceSheet, RedLine, Scenario, Term } from "#model";
import { assumedReservation, assumedSheet, assumedWeights, own } from "./assumed-sheet.ts";

/** What the reader assumes otherwise than the scenario says. Empty records: the scenario as written. */
export type WhatIf = {
  /** Reservation values, in points. */
  readonly reservations: Readonly<Record<PartyId, number>>;
  /** Weights as the sheet counts them; the shares of the party's other issues shrink or grow with them. */
  readonly weights: Readonly<Record<PartyId, Readonly<Record<IssueId, number>>>>;
  /** Red lines enforced (true) or not, against what their kind says. */
  readonly lines: Readonly<Record<PartyId, Readonly<Record<string, boolean>>>>;
  /** Floors not asked for (false). */
  readonly floors: Readonly<Record<PartyId, Readonly<Record<string, boolean>>>>;
  /** By term and party: how the party reads the wording. */
  readonly readings: Readonly<Record<string, Readonly<Record<PartyId, OptionId>>>>;
  /** By term: the one reading under which every package with that wording is judged. */
  readonly settled: Readonly<Record<string, OptionId>>;
};

export const asWritten: WhatIf = { reservations: {}, weights: {}, lines: {}, floors: {}, readings: {}, settled: {} };

/**
 * The scenario and the options that the engine is asked with. The scenario is the same object when no assumption touches
 * it, so that what is computed from it stays known; the options are always new, and mark what the next answer is of.
 * What an assumption names and the scenario does not have is left out.
 */
export function assume(
  scenario: Scenario,
  whatIf: WhatIf,
): { readonly scenario: Scenario; readonly options: AnalysisOptions } {
  const sheets = each(scenario.sheets, (sheet) => assumedSheet(sheet, whatIf));
  const terms = each(scenario.agenda.terms, (term) => assumedTerm(scenario, term, whatIf));
  const packages = each(scenario.packages, (one) => settledPackage(scenario, one, whatIf));
  const agenda = terms === scenario.agenda.terms ? scenario.agenda : { ...scenario.agenda, terms };
  const same = sheets === scenario.sheets && agenda === scenario.agenda && packages === scenario.packages;
  const lines = toggles(scenario, whatIf.lines, ({ redLines }) => redLines, isEnforced);
  const floors = toggles(scenario, whatIf.floors, (sheet) => sheet.floors, alwaysAsked);
  const enforce = lines.filter(({ on }) => on).map(({ name }) => name);
  const setAside = [...lines, ...floors].filter(({ on }) => !on).map(({ name }) => name);
  return {
    scenario: same ? scenario : { ...scenario, agenda, sheets, packages },
    options: { ...(enforce.length > 0 ? { enforce } : {}), ...(setAside.length > 0 ? { setAside } : {}) },
  };
}

/** Whether the line is enforced when nothing is assumed: hard lines are, declared ones are only reported. */
export function isEnforced(line: RedLine): boolean {
  return line.kind === "hard";
}

function alwaysAsked(_: Floor): boolean {
  return true;
}

/**
 * The consenting parties' lines (or floors) that are to be judged otherwise than written, by the name the engine knows
 * them by. A party that need not consent stops nothing, so there is nothing to assume about its lines.
 */
function toggles<T extends { readonly id: string }>(
  { agenda, sheets }: Scenario,
  assumed: Readonly<Record<PartyId, Readonly<Record<string, boolean>>>>,
  of: (sheet: PreferenceSheet) => readonly T[],
  usual: (one: T) => boolean,
): readonly { readonly party: PartyId; readonly id: string; readonly name: string; readonly on: boolean }[] {
  return sheets.flatMap((sheet) => {
    const { party } = sheet;
    if (!agenda.consent.includes(party)) return [];
    return of(sheet).flatMap((one) => {
      const on = own(own(assumed, party), one.id);
      return on === undefined || on === usual(one) ? [] : [{ party, id: one.id, name: `${party}.${one.id}`, on }];
    });
  });
}

function assumedTerm({ agenda }: Scenario, term: Term, whatIf: WhatIf): Term {
  const changed = assumedReadings({ agenda }, term, whatIf);
  return changed.length === 0 ? term : { ...term, readings: { ...term.readings, ...Object.fromEntries(changed) } };
}

function assumedReadings(
  { agenda }: Pick<Scenario, "agenda">,
  term: Term,
  { readings }: WhatIf,
): readonly (readonly [PartyId, OptionId])[] {
  const assumed = own(readings, term.id);
  if (!assumed) return [];
  return agenda.parties.flatMap(({ id }) => {
    const reading = own(assumed, id);
    if (reading === undefined || reading === term.readings[id] || !isOption({ agenda }, term.issue, reading)) return [];
    return [[id, reading] as const];
  });
}

/** The term's one reading, when it is assumed and is an option of the term's issue. */
function assumedSettled({ agenda }: Pick<Scenario, "agenda">, term: Term, { settled }: WhatIf): OptionId | undefined {
  const reading = own(settled, term.id);
  return reading !== undefined && isOption({ agenda }, term.issue, reading) ? reading : undefined;
}

/** A package has the wording when its choice is one of the readings that the scenario declares. */
function settledPackage(scenario: Scenario, one: Package, whatIf: WhatIf): Package {
  const choices = scenario.agenda.terms.flatMap((term) => {
    const reading = assumedSettled(scenario, term, whatIf);
    const written = one.choices[term.issue];
    const hasWording = written !== undefined && Object.values(term.readings).includes(written);
    return reading !== undefined && hasWording && written !== reading ? [[term.issue, reading] as const] : [];
  });
  return choices.length === 0 ? one : { ...one, choices: { ...one.choices, ...Object.fromEntries(choices) } };
}

function isOption({ agenda }: Pick<Scenario, "agenda">, issue: IssueId, option: OptionId): boolean {
  return agenda.issues.some(({ id, options }) => id === issue && options.some((one) => one.id === option));
}

/** What is assumed otherwise, one by one, in the scenario's order: what it was, and what it is taken to be. */
export type Difference = { readonly id: string } & (
  | { readonly kind: "reservation"; readonly party: PartyId; readonly from: number; readonly to: number }
  | {
      readonly kind: "weight";
      readonly party: PartyId;
      readonly issue: IssueId;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "line";
      readonly party: PartyId;
      readonly line: string;
      readonly from: boolean;
      readonly to: boolean;
    }
  | { readonly kind: "floor"; readonly party: PartyId; readonly floor: string; readonly from: true; readonly to: false }
  | {
      readonly kind: "reading";
      readonly term: string;
      readonly party: PartyId;
      /** Absent when the scenario declares no reading for the party. */
      readonly from?: OptionId;
      readonly to: OptionId;
    }
  | { readonly kind: "settled"; readonly term: string; readonly to: OptionId }
);

/** Everything that `assume` would change of this scenario. */
export function differences(scenario: Scenario, whatIf: WhatIf): readonly Difference[] {
  const ofSheets = scenario.sheets.flatMap((sheet): Difference[] => {
    const { party } = sheet;
    const reservation = assumedReservation(sheet, whatIf);
    return [
      ...(reservation === undefined
        ? []
        : [
            {
              id: `reservation ${party}`,
              kind: "reservation",
              party,
              from: sheet.reservation.mid,
              to: reservation,
            } as const,
          ]),
      ...assumedWeights(sheet, whatIf).map(
        ([issue, to]) =>
          ({
            id: `weight ${party} ${issue}`,
            kind: "weight",
            party,
            issue,
            from: sheet.issues[issue]!.weight.mid,
            to,
          }) as const,
      ),
      ...toggles(scenario, whatIf.lines, ({ redLines }) => redLines, isEnforced)
        .filter((line) => line.party === party)
        .map(
          ({ id, on }) => ({ id: `line ${party} ${id}`, kind: "line", party, line: id, from: !on, to: on }) as const,
        ),
      ...toggles(scenario, whatIf.floors, ({ floors }) => floors, alwaysAsked)
        .filter((floor) => floor.party === party)
        .map(
          ({ id }) => ({ id: `floor ${party} ${id}`, kind: "floor", party, floor: id, from: true, to: false }) as const,
        ),
    ];
  });
  const ofTerms = scenario.agenda.terms.flatMap((term): Difference[] => {
    const settled = assumedSettled(scenario, term, whatIf);
    return [
      ...assumedReadings(scenario, term, whatIf).map(([party, to]): Difference => {
        const from = term.readings[party];
        const id = `reading ${term.id} ${party}`;
        return { id, kind: "reading", term: term.id, party, to, ...(from === undefined ? {} : { from }) };
      }),
      ...(settled === undefined
        ? []
        : [{ id: `settled ${term.id}`, kind: "settled", term: term.id, to: settled } as const]),
    ];
  });
  return [...ofSheets, ...ofTerms];
}

/** One thing that can be assumed otherwise. */
export type Assumable =
  | { readonly kind: "reservation"; readonly party: PartyId }
  | { readonly kind: "weight"; readonly party: PartyId; readonly issue: IssueId }
  | { readonly kind: "line"; readonly party: PartyId; readonly line: string }
  | { readonly kind: "floor"; readonly party: PartyId; readonly floor: string }
  | { readonly kind: "reading"; readonly term: string; readonly party: PartyId }
  | { readonly kind: "settled"; readonly term: string };

/** With one thing as the scenario has it. */
export function without(whatIf: WhatIf, one: Assumable): WhatIf {
  switch (one.kind) {
    case "reservation":
      return { ...whatIf, reservations: less(whatIf.reservations, one.party) };
    case "weight":
      return { ...whatIf, weights: lessIn(whatIf.weights, one.party, one.issue) };
    case "line":
      return { ...whatIf, lines: lessIn(whatIf.lines, one.party, one.line) };
    case "floor":
      return { ...whatIf, floors: lessIn(whatIf.floors, one.party, one.floor) };
    case "reading":
      return { ...whatIf, readings: lessIn(whatIf.readings, one.term, one.party) };
    case "settled":
      return { ...whatIf, settled: less(whatIf.settled, one.term) };
  }
}

function less<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...others } = record;
  return others;
}

/** Without the inner key, and without the outer one when nothing is left under it. */
function lessIn<T>(record: Readonly<Record<string, Readonly<Record<string, T>>>>, outer: string, inner: string) {
  const rest = less(record[outer] ?? {}, inner);
  return Object.keys(rest).length === 0 ? less(record, outer) : { ...record, [outer]: rest };
}

/** The list with each member changed; the same list when none did. */
function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const after = list.map(change);
  return after.every((one, at) => one === list[at]) ? list : after;
}
