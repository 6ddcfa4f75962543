import { breaks, type Choices, isSettlement, type Package, type Scenario, type Term } from "#model";
import type { HollowConsensus, Refusal } from "./analysis.ts";
import { type Appraise, appraise } from "./appraisal.ts";
import type { AnalysisOptions } from "./options.ts";
import { refusals } from "./refusals.ts";
import { rulesInForce } from "./rules-in-force.ts";

/**
 * Whether a package's authors agree in name only, for every term and every complete package with at least two authors
 * that have a sheet. An author is judged by its own sheet whether or not it is among the parties that must consent.
 */
export function hollowConsensus(scenario: Scenario, options: AnalysisOptions): HollowConsensus[] {
  return scenario.packages.flatMap((judged) => {
    if (!isSettlement(scenario.agenda, judged.choices)) return [];
    return scenario.agenda.terms.flatMap((term) => hollowConsensusOf(scenario, term, judged, options) ?? []);
  });
}

/**
 * Hollow: every author accepts the package under its own reading of the term, and no declared reading is accepted by
 * all authors. A reading is the package with the term's issue set to it; an author without a declared reading reads
 * the term as written. Declared readings are those of all parties, authors or not, each once, in the issue's order.
 * Bridging readings are the undeclared options that every author accepts and that break no rule the package keeps.
 * Undefined when fewer than two authors have a sheet or the package is not complete.
 */
export function hollowConsensusOf(
  scenario: Scenario,
  term: Term,
  judged: Package,
  options: AnalysisOptions,
  appraiseBy: Appraise = appraise,
): HollowConsensus | undefined {
  const { agenda } = scenario;
  const issue = agenda.issues.find(({ id }) => id === term.issue);
  const written = judged.choices[term.issue];
  const authors = judged.authors.filter((author) => scenario.sheets.some(({ party }) => party === author));
  if (!issue || written === undefined || authors.length < 2 || !isSettlement(agenda, judged.choices)) return undefined;

  const consent = [...new Set([...agenda.consent, ...authors])];
  const inForce = rulesInForce({ ...scenario, agenda: { ...agenda, consent } }, options, judged.date ?? agenda.asOf);
  const under = (reading: string): Choices => ({ ...judged.choices, [term.issue]: reading });
  const refusedUnder = new Map(
    issue.options.map(({ id }) => {
      const settlement = under(id);
      const refused = authors.flatMap((author): Refusal[] => {
        const sheet = scenario.sheets.find(({ party }) => party === author)!;
        return refusals(sheet, settlement, appraiseBy(sheet, settlement, inForce.on), inForce);
      });
      return [id, refused] as const;
    }),
  );
  const accepts = (author: string, reading: string) => {
    return !(refusedUnder.get(reading) ?? []).some(({ party }) => party === author);
  };

  const ownReading = authors.map((party) => {
    const reading = term.readings[party] ?? written;
    return { party, reading, accepts: accepts(party, reading) };
  });
  const declaredIds = new Set([...Object.values(term.readings), ...ownReading.map(({ reading }) => reading)]);
  const declared = issue.options
    .filter(({ id }) => declaredIds.has(id))
    .map(({ id: reading }) => ({
      reading,
      acceptedBy: authors.filter((author) => accepts(author, reading)),
      refusedBy: refusedUnder.get(reading)!,
    }));
  const keptRules = inForce.rules.filter((rule) => !breaks(rule, judged.choices));
  return {
    term: term.id,
    package: judged.id,
    authors,
    hollow:
      ownReading.every((one) => one.accepts) && declared.every(({ acceptedBy }) => acceptedBy.length < authors.length),
    ownReading,
    declared,
    bridging: issue.options
      .map(({ id }) => id)
      .filter((id) => !declaredIds.has(id) && refusedUnder.get(id)!.length === 0)
      .filter((id) => !keptRules.some((rule) => breaks(rule, under(id)))),
  };
}
