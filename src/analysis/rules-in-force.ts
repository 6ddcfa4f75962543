import {
  type Agenda,
  type Choices,
  type Condition,
  type Floor,
  isInForce,
  isUndated,
  type PartyId,
  type PreferenceSheet,
  type RedLine,
  type Rule,
  type Scenario,
} from "#model";
import type { Day } from "#prelude";
import type { ConstraintRef, RulesSummary } from "./analysis.ts";
import type { AnalysisOptions } from "./options.ts";

/** What a run enforces, and what it only reports. */
export type RulesInForce = {
  readonly on: Day;
  readonly tie: "accepts" | "refuses";
  readonly rules: readonly Rule[];
  /** Enforced lines: hard ones, and the declared ones asked for. */
  readonly lines: readonly { readonly party: PartyId; readonly line: RedLine }[];
  readonly floors: readonly { readonly party: PartyId; readonly floor: Floor }[];
  /** Parties that must accept and have a sheet, in the order of the consent list. */
  readonly consent: readonly PartyId[];
  /** Parties that must accept but have no sheet, so that nothing can be said of their consent. */
  readonly withoutSheet: readonly PartyId[];
  readonly locks: Choices;
  readonly where: Condition;
  /** Declared lines in force that are not enforced. */
  readonly reportedOnly: readonly ConstraintRef[];
  /** Lines, hard or declared, whose dates do not cover the day. */
  readonly notInForce: readonly ConstraintRef[];
  readonly undated: readonly ConstraintRef[];
  /** Hard lines and floors in force that the options take out. */
  readonly setAside: readonly ConstraintRef[];
};

/**
 * What is enforced under the options on the day. Only consenting parties' lines and floors can be: a party that does
 * not have to accept stops nothing. A line whose dates do not cover the day is never enforced, not even on request.
 * Lines and floors are named `PARTY.id`, or `id` alone, which names every line (and floor) with that id; a set-aside
 * wins over a request to enforce. Throws on a name that means nothing: callers check what people typed first.
 */
export function rulesInForce(
  scenario: Scenario,
  options: AnalysisOptions,
  on: Day = scenario.agenda.asOf,
): RulesInForce {
  const { agenda } = scenario;
  const sheets = agenda.consent.flatMap((party) => scenario.sheets.find((sheet) => sheet.party === party) ?? []);
  checkNames(scenario, sheets, options);

  const lines: { party: PartyId; line: RedLine }[] = [];
  const floors: { party: PartyId; floor: Floor }[] = [];
  const reportedOnly: ConstraintRef[] = [];
  const notInForce: ConstraintRef[] = [];
  const undated: ConstraintRef[] = [];
  const setAside: ConstraintRef[] = [];
  for (const { party, redLines, floors: own } of sheets) {
    for (const line of redLines) {
      const ref: ConstraintRef = { kind: "line", party, line: line.id };
      if (isUndated(line)) undated.push(ref);
      const out = isNamed(options.setAside, party, line.id);
      if (!isInForce(line, on)) notInForce.push(ref);
      else if (line.kind === "declared" && (out || !isRequested(options, party, line.id))) reportedOnly.push(ref);
      else if (out || (line.kind === "hard" && options.withoutRedLines)) setAside.push(ref);
      else lines.push({ party, line });
    }
    for (const floor of own) {
      if (options.withoutFloors || isNamed(options.setAside, party, floor.id)) {
        setAside.push({ kind: "floor", party, floor: floor.id });
      } else floors.push({ party, floor });
    }
  }
  const consent = sheets.map(({ party }) => party);
  return {
    on,
    tie: agenda.tie,
    rules: options.withoutDefinitionalRules ? agenda.rules.filter((rule) => !rule.definitional) : agenda.rules,
    lines,
    floors,
    consent,
    withoutSheet: agenda.consent.filter((party) => !consent.includes(party)),
    locks: locks(scenario, options),
    where: options.where ?? [],
    reportedOnly,
    notInForce,
    undated,
    setAside,
  };
}

/** The same as references by id. `enforced` holds lines and floors; the reservation values of `consent` always are. */
export function rulesSummary(inForce: RulesInForce): RulesSummary {
  const { consent, withoutSheet } = inForce;
  const silent = withoutSheet.length > 0 ? ` Without a sheet, so left out: ${withoutSheet.join(", ")}.` : "";
  return {
    tie: inForce.tie,
    decision: `Every consenting party accepts: ${consent.join(", ")}.${silent}`,
    on: inForce.on,
    enforced: [
      ...inForce.lines.map(({ party, line }) => ({ kind: "line", party, line: line.id }) as const),
      ...inForce.floors.map(({ party, floor }) => ({ kind: "floor", party, floor: floor.id }) as const),
    ],
    reportedOnly: inForce.reportedOnly,
    notInForce: inForce.notInForce,
    undated: inForce.undated,
    setAside: inForce.setAside,
    ruleIds: inForce.rules.map((rule) => rule.id),
    locks: inForce.locks,
  };
}

/** With a package to start from, every issue that is neither free nor in a free cluster keeps its choice; `lock` comes on top. */
function locks({ agenda, packages }: Scenario, options: AnalysisOptions): Choices {
  const start = packages.find(({ id }) => id === options.from)?.choices ?? {};
  const free = options.free ?? [];
  const kept = agenda.issues.filter(({ id, cluster }) => {
    return start[id] !== undefined && !free.includes(id) && !(cluster !== undefined && free.includes(cluster));
  });
  return { ...Object.fromEntries(kept.map(({ id }) => [id, start[id]!])), ...options.lock };
}

function isRequested(options: AnalysisOptions, party: PartyId, id: string): boolean {
  return options.declared === "all" || options.declared?.includes(party) || isNamed(options.enforce, party, id);
}

function isNamed(names: readonly string[] | undefined, party: PartyId, id: string): boolean {
  return names !== undefined && (names.includes(id) || names.includes(`${party}.${id}`));
}

function checkNames(scenario: Scenario, sheets: readonly PreferenceSheet[], options: AnalysisOptions): void {
  const { agenda, packages } = scenario;
  for (const party of options.declared === "all" ? [] : (options.declared ?? [])) {
    if (sheets.some((sheet) => sheet.party === party)) continue;
    throw new Error(`"${party}" is no consenting party with a sheet, so it has no declared lines to enforce.`);
  }
  for (const name of options.enforce ?? []) {
    if (sheets.some(({ party, redLines }) => redLines.some(({ id }) => isNamed([name], party, id)))) continue;
    throw new Error(`No consenting party has a red line "${name}" to enforce.`);
  }
  for (const name of options.setAside ?? []) {
    const has = sheets.some(({ party, redLines, floors }) => {
      return [...redLines, ...floors].some(({ id }) => isNamed([name], party, id));
    });
    if (!has) throw new Error(`No consenting party has a red line or floor "${name}" to set aside.`);
  }
  if (options.from !== undefined && !packages.some(({ id }) => id === options.from)) {
    throw new Error(`There is no package "${options.from}" to start from.`);
  }
  for (const name of options.free ?? []) {
    if (options.from === undefined)
      throw new Error(`"${name}" can only be free when there is a package to start from.`);
    if (agenda.issues.some(({ id, cluster }) => id === name || cluster === name)) continue;
    if (agenda.clusters.some(({ id }) => id === name)) continue;
    throw new Error(`There is no issue or cluster "${name}" to leave free.`);
  }
  for (const [issue, option] of Object.entries(options.lock ?? {})) checkOption(agenda, issue, option);
  for (const { issue, options: listed } of options.where ?? []) {
    checkIssue(agenda, issue);
    for (const option of listed) checkOption(agenda, issue, option);
  }
}

function checkOption(agenda: Agenda, issue: string, option: string): void {
  if (!checkIssue(agenda, issue).options.some(({ id }) => id === option)) {
    throw new Error(`Issue "${issue}" has no option "${option}".`);
  }
}

function checkIssue(agenda: Agenda, id: string): Agenda["issues"][number] {
  const issue = agenda.issues.find((one) => one.id === id);
  if (!issue) throw new Error(`There is no issue "${id}".`);
  return issue;
}
