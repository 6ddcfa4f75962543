import type { AnalysisOptions } from "#analysis";
import { type DealAnswer, settlementAt } from "#compute/browser";
import {
  type Agenda,
  evaluate,
  type Judgement,
  type PartyId,
  type PreferenceSheet,
  type Scenario,
  type Settlement,
} from "#model";
import { type Day, noDay, parseDay, type Rational, subtract, toNumber } from "#prelude";
import type { Improvement, Instant, LeftOnTheTable } from "#room";

/** What the engine is asked of the revealed sheets. Lines are judged on the day of the motion. */
export type WholeSearch = { readonly scenario: Scenario; readonly options: AnalysisOptions };

/** Decimals of the least value that is asked for: enough to lose nothing, few enough to keep the engine's arithmetic small. */
const decimals = 1e6;

/**
 * Every settlement that is for each revealed party at least as good as the adopted one: the adopted settlement takes the place
 * of each reservation value, rounded down, so that none is lost; `leftOnTheTable` compares exactly.
 */
export function improvementSearch(
  agenda: Agenda,
  sheets: readonly PreferenceSheet[],
  adopted: Settlement,
  at: Instant,
): WholeSearch {
  const on = dayOf(at);
  const least = sheets.map((sheet): PreferenceSheet => {
    const value = Math.floor(toNumber(evaluate(sheet, adopted, on).utility) * decimals) / decimals;
    const worth: Judgement = { low: value, mid: value, high: value };
    return { ...sheet, reservation: { ...sheet.reservation, ...worth } };
  });
  return {
    scenario: scenarioOf(
      { ...agenda, tie: "accepts" },
      least,
      on,
      sheets.map(({ party }) => party),
    ),
    options: {},
  };
}

/** Is there a deal, and which is best by each criterion: of the revealed sheets with their own reservation values. */
export function bestSearch(agenda: Agenda, sheets: readonly PreferenceSheet[], at: Instant | undefined): WholeSearch {
  const revealed = sheets.map(({ party }) => party);
  const consent = agenda.consent.filter((party) => revealed.includes(party));
  return { scenario: scenarioOf(agenda, sheets, at === undefined ? agenda.asOf : dayOf(at), consent), options: {} };
}

function scenarioOf(
  agenda: Agenda,
  sheets: readonly PreferenceSheet[],
  on: Day,
  consent: readonly PartyId[],
): Scenario {
  const asOf = on === noDay ? agenda.asOf : on;
  return {
    agenda: { ...agenda, asOf, consent, events: [], channels: [], terms: [], candidates: [] },
    sheets,
    packages: [],
    claims: [],
  };
}

/** The engine's answer to `improvementSearch` as the debrief says it. */
export function leftOnTheTable(
  agenda: Agenda,
  sheets: readonly PreferenceSheet[],
  adopted: Settlement,
  at: Instant,
  { analysis, frontier, ended, beforeReservations }: DealAnswer,
): LeftOnTheTable {
  const on = dayOf(at);
  const before = new Map(sheets.map((sheet) => [sheet.party, evaluate(sheet, adopted, on).utility]));
  const rows = beforeReservations
    ? []
    : Array.from({ length: frontier.count }, (_, row) => settlementAt(frontier, row));
  const improvements = rows
    .flatMap((settlement): readonly Improvement[] => {
      const gains = sheets.map((sheet): readonly [PartyId, Rational] => {
        return [sheet.party, subtract(evaluate(sheet, settlement, on).utility, before.get(sheet.party)!)];
      });
      if (gains.some(([, { num }]) => num < 0n) || gains.every(([, { num }]) => num === 0n)) return [];
      const changes = agenda.issues.flatMap(({ id }) => {
        const [from, to] = [adopted[id]!, settlement[id]!];
        return from === to ? [] : [{ issue: id, from, to }];
      });
      return [{ settlement, changes, gain: Object.fromEntries(gains) }];
    })
    .sort((a, b) => sumOf(b) - sumOf(a));
  const status = analysis.frontier.status === "exact" ? "exact" : "bounded";
  const missing = agenda.consent.filter((party) => !sheets.some((sheet) => sheet.party === party));
  return {
    how: { kind: "whole", status },
    stopped: ended || analysis.frontier.status === "unknown",
    improvements,
    moreFound: 0,
    unknownTo: missing,
    note: "",
  };
}

function sumOf({ gain }: Improvement): number {
  return Object.values(gain).reduce((sum, one) => sum + toNumber(one), 0);
}

function dayOf(at: string): Day {
  return parseDay(at.slice(0, 10)) ?? noDay;
}
