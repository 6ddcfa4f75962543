import {
  breaks,
  type Condition,
  evaluate,
  holds,
  isSettlement,
  localValue,
  type PartyId,
  type PreferenceSheet,
  type Scenario,
  weightTotal,
} from "#model";
import {
  add,
  compare,
  divide,
  err,
  lcm,
  multiply,
  ok,
  type Rational,
  type Result,
  rational,
  rationalOf,
  subtract,
} from "#prelude";
import type { AnalysisOptions } from "../options.ts";
import { type RulesInForce, rulesInForce } from "../rules-in-force.ts";
import type { Certificate, Proof } from "./certificate.ts";
import { type Factor, largestSum } from "./largest-sum.ts";

/**
 * Verifies a certificate about the agreement zone from the scenario alone, with exact arithmetic and none of the
 * engine's code: a witness is evaluated; a proof of no deal is checked leaf by leaf, each by bucket elimination over
 * the sheets' own factors, and its splits must cover every option. The error says what is wrong.
 */
export function checkCertificate(
  scenario: Scenario,
  options: AnalysisOptions,
  certificate: Certificate,
): Result<"valid", string> {
  const inForce = rulesInForce(scenario, options);
  const sheets = scenario.sheets.filter(({ party }) => inForce.consent.includes(party));
  if (certificate.kind === "witness") return checkWitness(scenario, inForce, sheets, certificate.settlement);
  const open = new Map(scenario.agenda.issues.map((issue) => [issue.id, issue.options.map(({ id }) => id)]));
  return checkProof(scenario, inForce, sheets, certificate.proof, open);
}

function checkWitness(
  scenario: Scenario,
  inForce: RulesInForce,
  sheets: readonly PreferenceSheet[],
  settlement: Readonly<Record<string, string>>,
): Result<"valid", string> {
  const { agenda } = scenario;
  const known = agenda.issues.every((issue) => issue.options.some(({ id }) => id === settlement[issue.id]));
  if (!known || !isSettlement(agenda, settlement))
    return err("The witness does not choose one option for every issue.");
  const broken = inForce.rules.find((rule) => breaks(rule, settlement));
  if (broken) return err(`The witness breaks the rule ${broken.id}.`);
  if (!holds(required(inForce), settlement)) return err("The witness leaves a lock.");
  for (const { party, line } of inForce.lines)
    if (holds(line.when, settlement)) return err(`The witness crosses the line ${party}.${line.id}.`);
  for (const sheet of sheets) {
    const { surplus, floorsBroken } = evaluate(sheet, settlement, inForce.on);
    if (surplus.num < 0n || (surplus.num === 0n && inForce.tie === "refuses"))
      return err(`${sheet.party} is below its reservation value at the witness.`);
    const floor = floorsBroken.find((each) =>
      inForce.floors.some(({ party, floor: own }) => party === sheet.party && own.id === each.floor.id),
    );
    if (floor) return err(`The witness breaks the floor ${sheet.party}.${floor.floor.id}.`);
  }
  return ok("valid");
}

type Open = ReadonlyMap<string, readonly string[]>;

function checkProof(
  scenario: Scenario,
  inForce: RulesInForce,
  sheets: readonly PreferenceSheet[],
  proof: Proof,
  open: Open,
): Result<"valid", string> {
  if (proof.kind === "leaf") return checkLeaf(scenario, inForce, sheets, proof.multipliers, open);
  const before = open.get(proof.issue);
  if (!before) return err(`The proof splits by ${proof.issue}, which is no issue.`);
  const possible = before.filter((option) => !forbiddenAlone(scenario, inForce, proof.issue, option));
  const covered = new Set(proof.parts.flatMap(({ options }) => options));
  const missing = possible.find((option) => !covered.has(option));
  if (missing !== undefined) return err(`The proof leaves out ${proof.issue}: ${missing}.`);
  for (const part of proof.parts) {
    const verdict = checkProof(
      scenario,
      inForce,
      sheets,
      part.proof,
      new Map(open).set(
        proof.issue,
        before.filter((option) => part.options.includes(option)),
      ),
    );
    if (!verdict.ok) return verdict;
  }
  return ok("valid");
}

/** A line, rule or lock over one issue alone rules the option out, so that a split need not mention it. */
function forbiddenAlone(scenario: Scenario, inForce: RulesInForce, issue: string, option: string): boolean {
  const only = { [issue]: option };
  const single = (condition: Condition): boolean =>
    condition.length > 0 && condition.every((clause) => clause.issue === issue) && holds(condition, only);
  return (
    required(inForce).some((clause) => clause.issue === issue && !clause.options.includes(option)) ||
    inForce.lines.some(({ line }) => single(line.when)) ||
    inForce.rules.some((rule) =>
      rule.kind === "forbid"
        ? single(rule.when)
        : single(rule.when) && rule.then.some((clause) => clause.issue === issue && !clause.options.includes(option)),
    ) ||
    inForce.floors.some(({ party, floor }) => {
      const sheet = scenario.sheets.find((each) => each.party === party)!;
      return floor.issue === issue && tableGivens(sheet, issue).length === 0 && belowFloor(sheet, floor, only);
    })
  );
}

function checkLeaf(
  scenario: Scenario,
  inForce: RulesInForce,
  sheets: readonly PreferenceSheet[],
  multipliers: Readonly<Record<PartyId, string>>,
  open: Open,
): Result<"valid", string> {
  const weights = new Map<PartyId, Rational>();
  for (const [party, text] of Object.entries(multipliers)) {
    const sheet = sheets.find((each) => each.party === party);
    if (!sheet) return err(`${party} has a multiplier and does not have to consent.`);
    if (!/^\d+$/.test(text)) return err(`The multiplier of ${party} is not a whole number of at least zero: ${text}.`);
    if (BigInt(text) > 0n) weights.set(party, rational(BigInt(text), 1n));
  }
  const { factors, unit } = factorsOf(scenario, inForce, sheets, weights, open);
  let most: bigint | undefined;
  try {
    most = largestSum(
      scenario.agenda.issues.map((issue) => issue.options.length),
      factors,
    );
  } catch (reason) {
    return err(reason instanceof Error ? reason.message : String(reason));
  }
  if (most === undefined) return ok("valid");
  if (weights.size === 0)
    return err("A branch without multipliers holds a settlement that breaks no rule and no line.");
  const needed = sheets.reduce((sum, sheet) => {
    const weight = weights.get(sheet.party);
    return weight ? add(sum, multiply(weight, rationalOf(sheet.reservation.mid))) : sum;
  }, zero);
  const difference = compare(rational(most, unit), needed);
  // equality refuses under the strict tie rule: then no party can be above its reservation value with the sum at it
  if (difference < 0 || (difference === 0 && inForce.tie === "refuses")) return ok("valid");
  return err("The multipliers do not prove this branch: a settlement of it reaches a weighted surplus of zero.");
}

/** Everything the weighted sum and the constraints are made of, as whole numbers of 1 / unit. */
function factorsOf(
  scenario: Scenario,
  inForce: RulesInForce,
  sheets: readonly PreferenceSheet[],
  weights: ReadonlyMap<PartyId, Rational>,
  open: Open,
): { factors: readonly Factor[]; unit: bigint } {
  const { issues } = scenario.agenda;
  const position = new Map(issues.map((issue, i) => [issue.id, i]));
  const raw: { scope: number[]; values: (Rational | undefined)[] }[] = [];
  const factor = (ids: readonly string[], value: (choices: Record<string, string>) => Rational | undefined): void => {
    const scope = [...new Set(ids.map((id) => position.get(id)!))].sort((a, b) => a - b);
    const values: (Rational | undefined)[] = [];
    const choices: Record<string, string> = {};
    const fill = (k: number): void => {
      if (k === scope.length) {
        values.push(value(choices));
        return;
      }
      for (const option of issues[scope[k]!]!.options) {
        choices[issues[scope[k]!]!.id] = option.id;
        fill(k + 1);
      }
    };
    fill(0);
    raw.push({ scope, values });
  };
  const forbid = (condition: Condition): void =>
    factor(
      condition.map(({ issue }) => issue),
      (choices) => (holds(condition, choices) ? undefined : zero),
    );
  for (const [issue, options] of open)
    factor([issue], (choices) => (options.includes(choices[issue]!) ? zero : undefined));
  for (const clause of required(inForce))
    factor([clause.issue], (choices) => (holds([clause], choices) ? zero : undefined));
  for (const { line } of inForce.lines) forbid(line.when);
  for (const rule of inForce.rules) {
    const scope = rule.kind === "forbid" ? rule.when : [...rule.when, ...rule.then];
    factor(
      scope.map(({ issue }) => issue),
      (choices) => (breaks(rule, choices) ? undefined : zero),
    );
  }
  for (const { party, floor } of inForce.floors) {
    const sheet = sheets.find((each) => each.party === party)!;
    factor([floor.issue, ...tableGivens(sheet, floor.issue)], (choices) =>
      belowFloor(sheet, floor, choices) ? undefined : zero,
    );
  }
  for (const sheet of sheets) {
    const weight = weights.get(sheet.party);
    if (!weight) continue;
    const total = weightTotal(sheet);
    for (const [issue, preference] of Object.entries(sheet.issues)) {
      if (total.num === 0n) continue;
      const each = multiply(
        multiply(weight, rationalOf(sheet.scale)),
        divide(rationalOf(preference.weight.mid), multiply(total, rationalOf(preference.of))),
      );
      factor([issue, ...tableGivens(sheet, issue)], (choices) => multiply(each, localValue(sheet, issue, choices)));
    }
    for (const linkage of sheet.linkages) {
      if (linkage.kind !== "combination") continue;
      const points = multiply(
        multiply(weight, rationalOf(sheet.scale)),
        divide(rationalOf(linkage.value.mid), rationalOf(linkage.of)),
      );
      factor(
        linkage.when.map(({ issue }) => issue),
        (choices) => (holds(linkage.when, choices) ? points : zero),
      );
    }
  }
  const unit = raw.reduce(
    (all, { values }) => values.reduce((each, value) => (value ? lcm(each, value.den) : each), all),
    1n,
  );
  return {
    unit,
    factors: raw.map(({ scope, values }) => ({
      scope,
      values: values.map((value) => value && (value.num * unit) / value.den),
    })),
  };
}

function required({ locks, where }: RulesInForce): Condition {
  return [...Object.entries(locks).map(([issue, option]) => ({ issue, options: [option] })), ...where];
}

function tableGivens(sheet: PreferenceSheet, issue: string): string[] {
  return sheet.linkages.flatMap((linkage) =>
    linkage.kind === "table" && linkage.issue === issue ? [linkage.given] : [],
  );
}

function belowFloor(
  sheet: PreferenceSheet,
  floor: RulesInForce["floors"][number]["floor"],
  choices: Readonly<Record<string, string>>,
): boolean {
  if (!floor.commitments.includes(choices[floor.issue]!)) return false;
  return subtract(localValue(sheet, floor.issue, choices), rationalOf(floor.min)).num < 0n;
}

const zero: Rational = rational(0n, 1n);
