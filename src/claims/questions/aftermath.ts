import { type AftermathFindings, aftermathOf, type LeverMove, type StabilityConcept } from "#durability";
import type { Question } from "#model";
import { run } from "#prelude";
import { type Finding, found, undecided, type World } from "../finding.ts";
import { judgedStatements } from "../judged-after-signature.ts";
import { readVariant } from "../lookup.ts";
import { listed, variantText } from "../wording.ts";

type AftermathQuestion = Extract<Question, { kind: "aftermath" }>;

const concepts: Readonly<
  Record<AftermathQuestion["concept"], { readonly of: StabilityConcept; readonly name: string }>
> = {
  nash: { of: "nash-stability", name: "Nash stability" },
  gmr: { of: "gmr", name: "GMR" },
  smr: { of: "smr", name: "SMR" },
  seq: { of: "seq", name: "SEQ" },
  sseq: { of: "sseq", name: "SSEQ" },
};

/**
 * Decided by the preference statements in force that speak of a lever which the settlement gives. Who leaves first is an
 * answer of SEQ; those that tie are all first.
 */
export function decideAftermath(question: AftermathQuestion, { scenario }: World): Finding {
  const { choices } = readVariant(scenario, question.of);
  const report = run(aftermathOf(scenario, choices));
  const under = variantText(scenario, question.of);
  if (report.kind === "unknown") return undecided(`What follows ${under} is not known: ${report.reason}`);
  const { of: concept, name } = concepts[question.concept];
  if (question.first && concept !== "seq") return undecided(`Who leaves first is asked by SEQ, not by ${name}.`);

  const answers = report.parties.map(({ party, stable }) => ({ party, answer: stable[concept] }));
  const leaving = answers.filter(({ answer }) => answer.status === "exact" && !answer.value);
  const unclear = answers.flatMap(({ answer }) => (answer.status === "unknown" ? [answer.reason] : []));
  if (leaving.length === 0 && unclear.length > 0)
    return undecided(`Whether ${under} holds is not known: ${[...new Set(unclear)].join(" ")}`);
  const is = leaving.length === 0 ? "holds" : "breaks";
  const judgements = () => judgedStatements(scenario, choices, report.levers);
  const leavers = leaving.map(({ party }) => report.conflict.parties[party]?.name ?? "");
  const why = () =>
    is === "holds"
      ? `${under} is stable for every party by ${name}.${concept === "seq" ? heldText(report) : ""}`
      : `${under} is not stable by ${name} for ${listed(leavers)}.${concept === "seq" ? brokenText(report) : ""}`;
  if (is !== question.answer || !question.first) return found(is === question.answer, why, judgements);

  const { party, lever } = question.first;
  const { defections, swaps } = report.firstDefection;
  const named = defections.some(({ move }) => {
    return report.conflict.parties[move.party]?.id === party && leversOf(report, move, "id").includes(lever);
  });
  if (swaps.status === "unknown") return undecided(`Who leaves ${under} first is not known: ${swaps.reason}`);
  // with bounds, all that may be first are listed
  if (swaps.status !== "exact" && named && defections.length > 1)
    return undecided(`Who leaves ${under} first was not proved: the search ended early.`);
  return found(named, why, judgements);
}

function leversOf({ levers }: AftermathFindings, move: LeverMove, what: "id" | "name"): readonly string[] {
  return [...move.takes, ...move.lets].map((lever) => levers[lever]?.[what] ?? "");
}

function moveText(report: AftermathFindings, move: LeverMove): string {
  return leversOf(report, move, "name").join(" and ");
}

function firstText(report: AftermathFindings): string {
  return listed(report.firstDefection.defections.map(({ move }) => `"${moveText(report, move)}"`));
}

/** What comes first, and who would have to act against its own order to hold it. */
function brokenText(report: AftermathFindings): string {
  const hollow = report.hollowSanctions.flatMap(({ ifActed }) => ifActed);
  const against = [...new Set(hollow.flatMap(({ against }) => against.map((move) => moveText(report, move))))];
  const held = against.map((text) => `"${text}"`);
  const sanction =
    against.length === 0
      ? ""
      : ` It would be held if ${listed(held)} were done against ${held.length === 1 ? "its doer's" : "their doers'"} own order: a hollow sanction.`;
  return ` First: ${firstText(report)}.${sanction}`;
}

/** What a sanction holds, where somebody would rather leave. */
function heldText(report: AftermathFindings): string {
  const { among, defections } = report.firstDefection;
  if (among !== "improvements") return " Nobody prefers to leave it.";
  const acts = defections.flatMap(({ sanction }) => sanction?.acts ?? []);
  const answers = [...new Set(acts.map((move) => `"${moveText(report, move)}"`))];
  return ` Held most weakly: ${firstText(report)}${answers.length > 0 ? `, by ${listed(answers)}` : ""}.`;
}
