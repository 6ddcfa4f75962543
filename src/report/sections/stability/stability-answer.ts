import type { FirstDefectionReport, StabilityReport } from "#durability";
import type { Answer } from "#prelude";
import { type Inline, inlines, series, type Text } from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";
import type { ConflictWords } from "./conflict-words.ts";
import { defectionSentence } from "./defection-sentence.ts";
import { equilibriumVerdict } from "./equilibrium-verdict.ts";

/** The answer first: which states hold, whether today's does, what a group changes, and who leaves first. */
export function stabilityAnswer(report: StabilityReport, words: ConflictWords): readonly Text[] {
  return [
    holdSentence(report, words),
    ...todaySentence(report, words),
    ...groupSentence(report, words),
    ...nearestSentence(report, words),
  ];
}

function holdSentence({ equilibria, states }: StabilityReport, words: ConflictWords): Text {
  const { count, undecided, states: listed } = equilibria.seq;
  const open = undecided > 0 ? ` ${counted(undecided, "state")} cannot be decided: see what is not known.` : "";
  if (count === 0)
    return undecided > 0
      ? `Of ${counted(states, "state")}, none is known to hold.${open}`
      : `None of ${counted(states, "state")} holds: from each somebody gains by leaving, whatever the others would answer.`;
  const named: readonly Inline[] =
    listed.length <= 6 && listed.length === count ? [": ", ...series(listed.map(words.state))] : [];
  return [
    `${count} of ${counted(states, "state")} ${count === 1 ? "holds" : "hold"} once each party reckons with answers that others gain by (SEQ)`,
    ...named,
    `.${open}`,
  ];
}

function todaySentence(report: StabilityReport, words: ConflictWords): readonly Text[] {
  const { today } = report.conflict;
  if (today === undefined) return [];
  const holds = equilibriumVerdict(report, "seq", today);
  if (holds === undefined) return [["Whether today’s state, ", words.state(today), ", holds is not known."]];
  if (holds) return [["Today’s state, ", words.state(today), ", holds."]];
  const first = report.firstDefections.find(({ state }) => state === today);
  if (first?.swaps.status === "exact" && first.swaps.value === 0)
    return [["Today’s state, ", words.state(today), ", does not hold: ", ...inlines(defectionSentence(first, words))]];
  return [["Today’s state, ", words.state(today), ", does not hold."]];
}

function groupSentence({ brokenByCoalition, coalitional }: StabilityReport, words: ConflictWords): readonly Text[] {
  const bySeq = brokenByCoalition.filter(({ concept }) => concept === "seq");
  const [first] = bySeq;
  if (!first) return [];
  const more = bySeq.length > 1 ? `, and ${counted(bySeq.length - 1, "further move")} of groups` : "";
  return [
    [
      ...series(first.members.map(words.party)),
      " gain by leaving ",
      words.state(first.state),
      " together for ",
      words.state(first.to),
      `${more}. ${counted(coalitional.seq.count, "state")} ${coalitional.seq.count === 1 ? "holds" : "hold"} against groups too.`,
    ],
  ];
}

/** Of the states that hold, the one that fewest preference swaps undo; nothing when all are alike or not known. */
function nearestSentence({ firstDefections, equilibria }: StabilityReport, words: ConflictWords): readonly Text[] {
  const holding = firstDefections.filter(({ state }) => equilibria.seq.states.includes(state));
  const known = holding.filter(({ swaps }) => most(swaps) !== undefined);
  const nearest = known.reduce<FirstDefectionReport | undefined>(
    (best, next) => (best === undefined || (most(next.swaps) ?? 0) < (most(best.swaps) ?? 0) ? next : best),
    undefined,
  );
  if (!nearest) return [];
  const level = known.filter(({ swaps }) => most(swaps) === most(nearest.swaps)).length - 1;
  const also = level === 0 ? "" : `, with ${counted(level, "other")} as near`;
  const lead = known.length > 1 ? "Nearest to being left is " : "First to be left would be ";
  return [[lead, words.state(nearest.state), `${also}: `, ...inlines(defectionSentence(nearest, words))]];
}

function most(swaps: Answer<number>): number | undefined {
  if (swaps.status === "unknown") return undefined;
  return swaps.status === "bounded" ? swaps.high : swaps.value;
}
