import type { Question } from "#model";
import { unreachable } from "#prelude";
import type { Verdict } from "./decided-claim.ts";
import type { Finding, Reading, World } from "./finding.ts";
import { decideAftermath } from "./questions/aftermath.ts";
import { decideBestFor } from "./questions/best-for.ts";
import { decideCandidates } from "./questions/candidates.ts";
import { decideChannels } from "./questions/channels.ts";
import { decideDeadlock } from "./questions/deadlock.ts";
import { decideGuaranteeVerdict } from "./questions/guarantee-verdict.ts";
import { decideHollowConsensus } from "./questions/hollow-consensus.ts";
import { decideIntervention } from "./questions/intervention.ts";
import { decideLimitVerdict } from "./questions/limit-verdict.ts";
import { decideLocalValueRises } from "./questions/local-value-rises.ts";
import { decideMeasured, decideTiersDrawn } from "./questions/on-the-ground.ts";
import { decideReadingsDiffer } from "./questions/readings-differ.ts";
import { decideRecord } from "./questions/record.ts";
import { decideReservation } from "./questions/reservation.ts";
import { decideRises } from "./questions/rises.ts";
import { decideThresholdRises } from "./questions/threshold-rises.ts";
import { decideVerdict } from "./questions/verdict.ts";
import { decideZone } from "./questions/zone.ts";

/** The answer to one question in one world, with lines enforced or read as a weight. */
export function decideQuestion(question: Question, world: World, reading: Reading): Finding {
  switch (question.kind) {
    case "verdict":
      return decideVerdict(question, world, reading);
    case "reservation":
      return decideReservation(question, world);
    case "rises":
      return decideRises(question, world);
    case "local-value-rises":
      return decideLocalValueRises(question, world);
    case "best-for":
      return decideBestFor(question, world);
    case "zone":
      return decideZone(question, world, reading);
    case "deadlock":
      return decideDeadlock(question, world, reading);
    case "hollow-consensus":
      return decideHollowConsensus(question, world, reading);
    case "readings-differ":
      return decideReadingsDiffer(question, world);
    case "candidates":
      return decideCandidates(question, world);
    case "channels":
      return decideChannels(question, world);
    case "event":
    case "chooses":
    case "quantity":
    case "line":
    case "members":
    case "size":
    case "source":
      return decideRecord(question, world);
    case "all":
      return decideAll(question.of, world, reading);
    case "threshold-rises":
      return decideThresholdRises(question, world);
    case "intervention":
      return decideIntervention(question, world);
    case "guarantee-verdict":
      return decideGuaranteeVerdict(question, world);
    case "aftermath":
      return decideAftermath(question, world);
    case "limit-verdict":
      return decideLimitVerdict(question, world);
    case "tiers-drawn":
      return decideTiersDrawn(question, world);
    case "measured":
      return decideMeasured(question, world);
    case "later":
      return waitFor(question.capability);
    default:
      return unreachable(question);
  }
}

/** Whether the answer may change when no red line is enforced. */
export function dependsOnLines(question: Question): boolean {
  if (question.kind === "all") return question.of.some(dependsOnLines);
  return ["zone", "verdict", "deadlock", "hollow-consensus"].includes(question.kind);
}

/** Whether a draw of what is judged about the time after signature can change the answer. */
export function dependsOnDurability(question: Question): boolean {
  if (question.kind === "all") return question.of.some(dependsOnDurability);
  // that judgements leave a verdict open is true of their ranges, and of no draw from them
  if (question.kind === "guarantee-verdict") return question.answer !== "open";
  return question.kind === "threshold-rises" || question.kind === "intervention";
}

/** Whether a draw of weights, values, reservation values and acceptability, or of durability, can change the answer. */
export function dependsOnJudgements(question: Question): boolean {
  if (question.kind === "all") return question.of.some(dependsOnJudgements);
  if (dependsOnDurability(question)) return true;
  const kinds = [
    "verdict",
    "reservation",
    "rises",
    "local-value-rises",
    "best-for",
    "zone",
    "hollow-consensus",
    "candidates",
  ];
  return kinds.includes(question.kind);
}

/** Whether a draw costs a search: the answer ranges over settlements, or is a verdict over ranges. */
export function needsEngine(question: Question): boolean {
  if (question.kind === "all") return question.of.some(needsEngine);
  return ["zone", "best-for", "guarantee-verdict"].includes(question.kind);
}

function waitFor(capability: keyof typeof later): Finding {
  return { verdict: "later", why: () => `Needs ${later[capability]}.`, judgements: () => [] };
}

const later: Readonly<Record<Extract<Question, { kind: "later" }>["capability"], string>> = {
  rooms: "negotiating rooms",
  durability: "the analysis of whether a settlement holds",
  monitoring: "monitoring",
  map: "the map",
  agents: "automated delegations",
};

/**
 * Holds when every part holds; fails when one fails, whatever the others are. What decides: every part of a claim that
 * holds, the failing parts of one that does not.
 */
function decideAll(parts: readonly Question[], world: World, reading: Reading): Finding {
  const findings = parts.map((part) => decideQuestion(part, world, reading));
  const order: readonly Verdict[] = ["does-not-hold", "later", "undecided"];
  const verdict = order.find((worst) => findings.some((finding) => finding.verdict === worst)) ?? "holds";
  const deciding = findings.filter((finding) => finding.verdict === verdict);
  return {
    verdict,
    why: () => [...new Set(deciding.map((finding) => finding.why()))].join(" "),
    judgements: () => deciding.flatMap((finding) => finding.judgements()),
    assumed: () => deciding.some(({ assumed }) => assumed?.() === true),
  };
}
