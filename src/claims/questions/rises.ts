import { evaluate, type Question } from "#model";
import { compare } from "#prelude";
import { type Finding, found, type Judged, undecided, type World } from "../finding.ts";
import { judgedIssue, judgedLinkages } from "../judged.ts";
import { readVariant, sheetOf } from "../lookup.ts";
import { partyName, points } from "../wording.ts";

/** Decided by the issues whose part of the utility differs along the list, and the linkages behind the differences. */
export function decideRises(question: Extract<Question, { kind: "rises" }>, { scenario, appraise }: World): Finding {
  const party = partyName(scenario, question.party);
  const sheet = sheetOf(scenario, question.party);
  if (!sheet) return undecided(`${party} has no sheet.`);
  const variants = question.along.map((variant) => readVariant(scenario, variant));
  const open = variants.find(({ complete }) => !complete);
  if (open) return undecided(`"${open.package.name}" leaves issues open.`);

  const utilities = variants.map(({ choices, on }) => appraise(sheet, choices, on).utility);
  const rising = utilities.every((utility, at) => at === 0 || utility > utilities[at - 1]!);
  return found(
    rising,
    () =>
      `${party} gets ${utilities.map(points).join(", then ")} points${rising ? "" : ", which does not rise at every step"}.`,
    (): readonly Judged[] => {
      const evaluations = variants.map(({ choices, on }) => evaluate(sheet, choices, on));
      const [first] = evaluations;
      const differing = scenario.agenda.issues
        .map(({ id }) => id)
        .filter((id) => {
          return evaluations.some(({ byIssue }) => byIssue[id] && compare(byIssue[id], first!.byIssue[id]!) !== 0);
        });
      const always = (linkage: string) =>
        evaluations.every(({ linkages }) => linkages.some(({ id }) => id === linkage));
      const linkages = variants.flatMap(({ choices }, at) => {
        const fired = evaluations[at]!.linkages.map(({ id }) => id).filter((id) => !always(id));
        return judgedLinkages(sheet, choices, differing, fired);
      });
      return [...differing.map((issue) => judgedIssue(scenario, sheet, issue)), ...linkages];
    },
  );
}
