import type { AnalysisOptions } from "#analysis";
import type { Condition, Issue, Package, Rule, Scenario } from "#model";
import { type Random, seededRandom } from "#prelude";
import { exactUtility } from "./exact-utility.ts";
import { asWrittenNumber } from "./fraction.ts";
import { issueId, judged, noEvidence, partyId, plainIssue, plainPackage, plainScenario } from "./plain-scenario.ts";
import { chance, maybe, pick } from "./random-choice.ts";
import { randomCondition, someDays } from "./random-condition.ts";
import { mirrored, randomSheet } from "./random-sheet.ts";

/**
 * A small scenario, the same for the same seed: 2-4 parties, 2-6 issues of 1-4 options, and some of everything the
 * language has. Numbers are coarse so that ties are likely; about a third of the agreement zones are empty.
 */
export function randomScenario(seed: number): Scenario {
  const random = seededRandom(seed);
  const issues = Array.from({ length: 2 + random.below(5) }, (_, place) =>
    plainIssue(issueId(place), chance(random, 0.08) ? 1 : 2 + random.below(3)),
  );
  const clusters = [
    { id: "K1", name: "One" },
    { id: "K2", name: "Two" },
  ];
  const clustered = issues.map(
    (issue): Issue => ({ ...issue, ...maybe(random, 0.7, { cluster: pick(random, clusters).id }) }),
  );
  const parties = Array.from({ length: 2 + random.below(3) }, (_, place) => partyId(place));
  const consent = parties.length > 2 && chance(random, 0.2) ? parties.slice(0, -1) : parties;
  const rules = Array.from({ length: random.below(4) }, (_, place) => randomRule(random, issues, `rule-${place}`));
  const base = plainScenario({ options: [], sheets: [] });
  const sheets = parties.map((party) => randomSheet(random, party, clustered, rules));
  if (chance(random, 0.25)) sheets[1] = mirrored(sheets[0]!, parties[1]!);
  const scenario: Scenario = {
    ...base,
    agenda: {
      ...base.agenda,
      id: `random-${seed}`,
      tie: chance(random, 0.75) ? "accepts" : "refuses",
      parties: parties.map((id) => ({ id, name: id, roles: ["party"], members: [] })),
      consent,
      clusters,
      issues: clustered,
      rules,
    },
    // A party outside `consent` may have no sheet at all.
    sheets: sheets.filter(({ party }) => consent.includes(party) || chance(random, 0.7)),
    packages: Array.from({ length: 3 }, (_, place) => randomPackage(random, issues, `package-${place}`)),
  };
  return withTellingReservations(random, scenario);
}

/** Now and then a question other than the scenario as written. */
export function randomOptions(seed: number, scenario: Scenario): AnalysisOptions {
  const random = seededRandom(seed ^ 0x5eed);
  const issues = scenario.agenda.issues;
  const locked = pick(random, issues);
  // Only what can be enforced can be set aside or asked for by name.
  const deciding = scenario.sheets.filter(({ party }) => scenario.agenda.consent.includes(party));
  const lines = deciding.flatMap(({ redLines }) => redLines);
  const floors = deciding.flatMap((sheet) => sheet.floors);
  const declared = lines.filter(({ kind }) => kind === "declared");
  const aside = [...lines.filter(({ kind }) => kind === "hard"), ...floors];
  return {
    ...maybe(random, 0.1, { withoutRedLines: true }),
    ...maybe(random, 0.1, { withoutFloors: true }),
    ...maybe(random, 0.1, { withoutDefinitionalRules: true }),
    ...maybe(random, 0.25, {
      declared: chance(random, 0.5) ? ("all" as const) : [pick(random, scenario.agenda.consent)],
    }),
    ...(declared.length > 0 ? maybe(random, 0.2, { enforce: [pick(random, declared).id] }) : {}),
    ...(aside.length > 0 ? maybe(random, 0.2, { setAside: [pick(random, aside).id] }) : {}),
    ...maybe(random, 0.2, { lock: { [locked.id]: pick(random, locked.options).id } }),
    ...maybe(random, 0.15, { where: randomCondition(random, issues, 1 + random.below(2)) }),
    ...maybe(random, 0.15, {
      from: pick(random, scenario.packages).id,
      free: [pick(random, issues).id, pick(random, scenario.agenda.clusters).id],
    }),
  };
}

function randomRule(random: Random, issues: readonly Issue[], id: string): Rule {
  const [first = [], ...rest] = randomCondition(random, issues, 2 + random.below(2)).map(
    (clause): Condition => [clause],
  );
  const common = { id, definitional: chance(random, 0.4), reason: "because", sources: [] };
  return chance(random, 0.5)
    ? { ...common, kind: "forbid", when: [...first, ...rest.flat()] }
    : // biome-ignore lint/suspicious/noThenProperty: the language's word; a rule is never awaited.
      { ...common, kind: "require", when: first, then: rest.flat() };
}

function randomPackage(random: Random, issues: readonly Issue[], id: string): Package {
  const partial = chance(random, 0.15);
  const chosen = issues.flatMap((issue) =>
    partial && chance(random, 0.4) ? [] : [[issue.id, pick(random, issue.options).id]],
  );
  return plainPackage(id, Object.fromEntries(chosen), chance(random, 0.5) ? pick(random, someDays) : undefined);
}

/** Reservations from very low to very high; one in two is exactly what some settlement is worth, so equality happens. */
function withTellingReservations(random: Random, scenario: Scenario): Scenario {
  return {
    ...scenario,
    sheets: scenario.sheets.map((sheet) => {
      const worth = Array.from({ length: 9 }, () =>
        exactUtility(
          sheet,
          Object.fromEntries(scenario.agenda.issues.map(({ id, options }) => [id, pick(random, options).id])),
        ),
      );
      const written = worth.flatMap((utility) => asWrittenNumber(utility) ?? []).sort((a, b) => a - b);
      const place = Math.min(random.below(10), random.below(10), random.below(12)); // more often low than high
      const guess = Math.round(sheet.scale * 10 * (0.1 + 0.08 * place)) / 10;
      const value = chance(random, 0.5) ? (written[Math.floor((place / 10) * written.length)] ?? guess) : guess;
      return { ...sheet, reservation: { ...judged(value), evidence: noEvidence } };
    }),
  };
}
