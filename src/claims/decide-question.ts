import type { Question } from "#model";
import { unreachable } from "#prelude";
import type { Verdict } from "./decided-claim.ts";
import type { Finding, Reading, World } from "./finding.ts";
import { decideBestFor } from "./questions/best-for.ts";
import { decideCandidates } from "./questions/candidates.ts";
import { decideChannels } from "./questions/channels.ts";
import { decideDeadlock } from "./questions/deadlock.ts";
import { decideDurability } from "./questions/durability.ts";
import { decideHollowConsensus } from "./questions/hollow-consensus.ts";
import { decideLocalValueRises } from "./questions/local-value-rises.ts";
import { decideReadingsDiffer } from "./questions/readings-differ.ts";
import { decideRecord } from "./questions/record.ts";
import { decideReservation } from "./questions/reservation.ts";
import { decideRises } from "./questions/rises.ts";
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
    case "intervention":
    case "guarantee-verdict":
    case "aftermath":
    case "limit-verdict":
    case "tiers-drawn":
    case "measured":
      return decideDurability(question, world, waitFor);
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

/** Whether a draw of weights, values, reservation values and acceptability can change the answer. */
export function dependsOnJudgements(question: Question): boolean {
  if (question.kind === "all") return question.of.some(dependsOnJudgements);
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

/** Whether the answer ranges over settlements, so that a draw costs a search. */
export function needsEngine(question: Question): boolean {
  if (question.kind === "all") return question.of.some(needsEngine);
  return question.kind === "zone" || question.kind === "best-for";
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
  };
}
