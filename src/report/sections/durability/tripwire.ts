import type { GuaranteeReport } from "#durability";
import { type Block, series, type Text } from "../../document/document.ts";
import type { DurabilityContext } from "./durability-context.ts";
import {
  attackThresholdWords,
  figure,
  judgedVerdictText,
  quantityWords,
  sharesText,
  someValue,
} from "./judged-words.ts";
import { folded, noted } from "./some-blocks.ts";
import { turningSentence, turnsBlocks } from "./turns-table.ts";

/** What deployed troops say about those who sent them. */
export function tripwireBlocks(
  { names }: DurabilityContext,
  { name, tripwire, guarantors }: GuaranteeReport,
): readonly Block[] {
  // where nobody is deployed nothing ties anybody
  if (!tripwire || (tripwire.tie.answer.status === "exact" && tripwire.tie.answer.value === 0)) return [];
  const who = series(guarantors.map((id) => names.party(id)));
  const rows: (readonly Text[])[] = [
    ["What deploying ties them by (b)", quantityWords(tripwire.tie, figure)],
    ["What would bind those of a low stake (b*)", quantityWords(tripwire.tieNeeded, figure)],
    ["The tie", judgedVerdictText(tripwire.reach)],
    ["As a signal", judgedVerdictText(tripwire.verdict)],
  ];
  return folded(
    ["What deployed troops say: ", ...judgedVerdictText(tripwire.reach)],
    [
      {
        kind: "paragraph",
        text: [
          "As a tripwire, deployed troops bind ",
          ...who,
          ` even if the stake is low once they make staying out dearer by ${someValue(tripwire.tieNeeded, figure)} points (b*); as given, they make it dearer by ${someValue(tripwire.tie, figure)} (b). `,
          ...judgedVerdictText(tripwire.reach),
          ". ",
          ...[turningSentence(tripwire.reach) ?? ""].flat(),
        ],
      },
      {
        kind: "table",
        caption: [{ kind: "name", text: name }, ": the deployment as a costly signal"],
        columns: [
          { title: "Measure", align: "start" },
          { title: "Value", align: "start", long: true },
        ],
        rows,
      },
      ...noted(sharesText(tripwire.verdict, "As a signal")),
      ...turnsBlocks(tripwire.reach, "the tie"),
    ],
  );
}

/** Does a firm guarantee make its own beneficiary bold? */
export function entrapmentBlocks(
  { names }: DurabilityContext,
  { entrapment, protege }: GuaranteeReport,
): readonly Block[] {
  if (!entrapment) return [];
  return folded(
    ["Does it make its beneficiary bold? ", ...judgedVerdictText(entrapment.verdict)],
    [
      {
        kind: "paragraph",
        text: [
          "The other side of a firm guarantee: ",
          names.party(protege),
          ` restrains itself while the chance of intervention is at most ${someValue(entrapment.restraint, figure)}, and deterring takes ${someValue(entrapment.credibilityDemanded, attackThresholdWords)}. `,
          ...judgedVerdictText(entrapment.verdict),
          ". ",
          ...[turningSentence(entrapment.verdict) ?? ""].flat(),
        ],
      },
      ...noted(sharesText(entrapment.verdict)),
    ],
  );
}
