import { type Analysis, type AnalysisOptions, type Robustness, robustness, settlementQuestions } from "#analysis";
import { type DecidedClaim, decideClaims } from "#claims";
import type { Choices, Scenario } from "#model";
import { type DurabilityCompanion, packageToPresent } from "#report";
import type { Run } from "./answer-scenario.ts";
import { durabilityParts } from "./durability-parts.ts";

/** What a page shows beside the analysis. */
export type PageCompanions = {
  readonly claims?: readonly DecidedClaim[];
  readonly robustness?: Robustness;
  readonly durability?: DurabilityCompanion;
};

/**
 * The claims decided as `entente claims` decides them, whatever this run assumes, and the robustness of the run's own
 * answer, its bargaining solutions judged beside the named packages; and the presented package after signature, where the
 * scenario judges that or has a map. An early end shortens them as it shortens the analysis, and leaves out what follows.
 */
export async function pageCompanions(
  scenario: Scenario,
  options: AnalysisOptions,
  analysis: Analysis,
  run: Run,
): Promise<PageCompanions> {
  const hasSheet = (party: string): boolean => scenario.sheets.some((sheet) => sheet.party === party);
  const claims =
    scenario.claims.length > 0 ? await run(decideClaims(scenario, { engine: settlementQuestions })) : undefined;
  if (claims?.interrupted) return { claims: claims.value };
  const drawn = scenario.agenda.consent.some(hasSheet)
    ? await run(robustness(scenario, { ...options, candidates: solutionsByName(analysis) }))
    : undefined;
  const before = { ...(claims ? { claims: claims.value } : {}), ...(drawn ? { robustness: drawn.value } : {}) };
  const presented = packageToPresent(scenario);
  if (drawn?.interrupted || !presented || !(scenario.durability || scenario.map?.tiers.length)) return before;
  const { value } = await run(durabilityParts(scenario, presented.choices));
  return { ...before, durability: { package: presented.id, choices: presented.choices, ...value } };
}

/** A settlement behind each bargaining solution; up to three of those that are tied. */
function solutionsByName({ solutions }: Analysis): Readonly<Record<string, Choices>> {
  const named = [
    ["Nash bargaining", solutions.nashBargaining],
    ["Kalai-Smorodinsky", solutions.kalaiSmorodinsky],
    ["Egalitarian", solutions.egalitarian],
    ["Utilitarian", solutions.utilitarian],
  ] as const;
  return Object.fromEntries(
    named.flatMap(([name, { points }]) =>
      points
        .slice(0, 3)
        .map(({ settlement }, at) => [
          points.length > 1 ? `${name} (${at + 1} of ${points.length} tied)` : name,
          settlement,
        ]),
    ),
  );
}
