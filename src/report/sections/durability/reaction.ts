import type { CriticalDelay, GuaranteeReport, Quantity, ReactionReport } from "#durability";
import { type Block, series, type Text } from "../../document/document.ts";
import { fixed, percent } from "../../words/format-number.ts";
import type { DurabilityContext } from "./durability-context.ts";
import {
  attackThresholdWords,
  delayWords,
  figure,
  judgedVerdictText,
  quantityWords,
  sharesText,
} from "./judged-words.ts";
import { folded, noted } from "./some-blocks.ts";
import { turningSentence, turnsBlocks } from "./turns-table.ts";

/** How late may those who come only after the attack arrive? */
export function reactionBlocks(
  { names }: DurabilityContext,
  { name, reaction, guarantors }: GuaranteeReport,
): readonly Block[] {
  if (!reaction) return [];
  const who = series(
    guarantors.map((id) => names.party(id)),
    "or",
  );
  const delay = quantityWords(reaction.delay, (days) => `${figure(days)} days`);
  const critical = criticalWords(reaction.criticalDelay);
  const draws = reaction.criticalDelayInDraws;
  const rows: (readonly Text[])[] = [
    ["Delay as judged (τ)", delay],
    ["Latest delay that still deters (τ*)", critical],
    ["In time", judgedVerdictText(reaction.inTime)],
    ["They fight if fighting costs at most (k*), at that delay", quantityWords(reaction.resolve, figure)],
    ["Chance that they fight (q), at that delay", quantityWords(reaction.intervention, figure)],
    ["Chance that deters (q*), at that delay", quantityWords(reaction.credibilityDemanded, attackThresholdWords)],
    ["Verdict at that delay", judgedVerdictText(reaction.verdict)],
    ...(reaction.comparison
      ? [["Reactive against standing", judgedVerdictText(reaction.comparison)] satisfies readonly Text[]]
      : []),
  ];
  return folded(
    ["How late may they come? ", ...judgedVerdictText(reaction.inTime)],
    [
      {
        kind: "paragraph",
        text: [
          "Help by ",
          ...who,
          ` would be there ${delay} after an attack begins: `,
          ...judgedVerdictText(reaction.inTime),
          `. The latest delay that still deters: ${critical}. `,
          ...[turningSentence(reaction.inTime) ?? ""].flat(),
        ],
      },
      {
        kind: "table",
        caption: [{ kind: "name", text: name }, ": coming late, when less is left to save and more is needed to deter"],
        columns: [
          { title: "Measure", align: "start" },
          { title: "Value", align: "start", long: true },
        ],
        rows,
      },
      ...alongTables(name, reaction),
      // of judgements only: over placeholders it would be read as how likely help comes too late
      ...(draws && reaction.criticalDelay.restsOn.length === 0
        ? noted(
            `In ${percent(draws.failsAtAnyDelay.share)} of ${fixed(draws.failsAtAnyDelay.n, 0)} draws no delay at all is short enough, in ${percent(draws.holdsAtAnyDelay.share)} any delay still deters${
              draws.between
                ? `; in the ${draws.between.n} between, the latest delay is ${figure(draws.between.median)} days at the median, from ${figure(draws.between.p5)} (5 %) to ${figure(draws.between.p95)} (95 %)`
                : ""
            }.`,
          )
        : []),
      ...turnsBlocks(reaction.inTime, "coming in time"),
      ...noted(reaction.comparison && sharesText(reaction.comparison, "Reactive against standing")),
    ],
  );
}

/** If this number were so, the latest delay would be that. */
function alongTables(name: string, reaction: ReactionReport): readonly Block[] {
  // a row of equal answers says nothing that the table above does not
  const telling = (reaction.criticalDelayAlong ?? []).filter(
    ({ points }) => new Set(points.map(({ delay }) => delayWords(delay))).size > 1,
  );
  return telling.map(
    ({ parameter, points }): Block => ({
      kind: "table",
      caption: [
        { kind: "name", text: name },
        `: the latest delay that still deters, if ${parameter.name} were so; the others at their stated values, placeholders at their middles`,
      ],
      columns: [
        { title: `If ${parameter.symbol} were`, align: "end" },
        { title: "Latest delay (τ*)", align: "start" },
      ],
      rows: points.map(({ at, delay }): readonly Text[] => [figure(at), delayWords(delay)]),
    }),
  );
}

function criticalWords(critical: Quantity<CriticalDelay>): string {
  const { answer } = critical;
  const ends = answer.status === "bounded" && `${answer.low.kind} to ${answer.high.kind}`;
  if (ends === "zero to none" || ends === "none to zero") return "anything from no delay at all to any delay";
  return quantityWords(critical, delayWords);
}
