import type { GuaranteeReport, Quantity } from "#durability";
import { type Block, type Inline, possessive, type Section, series, type Text } from "../../document/document.ts";
import type { DurabilityContext } from "./durability-context.ts";
import {
  attackThresholdWords,
  figure,
  judgedVerdictText,
  ofQuantity,
  prizeWords,
  quantityWords,
  restsOnWords,
  sharesText,
  someValue,
} from "./judged-words.ts";
import { parametersTable } from "./parameters-table.ts";
import { posturesBlocks } from "./postures.ts";
import { reactionBlocks } from "./reaction.ts";
import { folded, noted } from "./some-blocks.ts";
import { entrapmentBlocks, tripwireBlocks } from "./tripwire.ts";
import { turningSentence, turnsBlocks } from "./turns-table.ts";

/** Would an attack pay, and would the guarantors be believed? */
export function guaranteeSection(context: DurabilityContext, report: GuaranteeReport): Section {
  const { names } = context;
  return {
    id: `guarantee-${report.id}`,
    title: report.name,
    answer: guaranteeSentences(context, report),
    blocks: [
      ...(report.note === undefined
        ? []
        : [{ kind: "paragraph", tone: "note", text: { kind: "name", text: report.note } } satisfies Block]),
      thresholdsTable(report),
      ...folded("Where the verdict turns", [
        ...turnsBlocks(report.verdict, report.name),
        ...noted(sharesText(report.verdict)),
      ]),
      ...posturesBlocks(context, report),
      ...reactionBlocks(context, report),
      ...tripwireBlocks(context, report),
      ...entrapmentBlocks(context, report),
      parametersTable(report.parameters, names, { kind: "name", text: report.name }),
    ],
  };
}

/** At most three sentences: who might move, what would answer it, and at what number the answer turns. */
export function guaranteeSentences(context: DurabilityContext, report: GuaranteeReport): Text {
  const { names, subject } = context;
  const challenger = names.party(report.challenger);
  const protege = names.party(report.protege);
  const guarantors = series(report.guarantors.map((id) => names.party(id)));
  const under = ["Under ", ...subject, ", "] as const;
  const attack = ["an attack by ", challenger, " on ", protege] as const;
  const { verdict, intervention, credibilityDemanded, because } = report;
  const anyOf = series(
    report.guarantors.map((id) => names.party(id)),
    "or",
  );
  const fight = [
    ...anyOf,
    " would fight with a chance ",
    ofQuantity(intervention, figure),
    ...judgedMark(report),
  ] as const;
  const demanded = quantityWords(credibilityDemanded, attackThresholdWords);
  const costOnly = report.costOnly
    ? " Their fighting is judged to raise the cost of an attack, not to lower its chance of success."
    : "";
  if (verdict.status === "unknown")
    return [...under, "whether ", ...attack, ` would pay is not known: ${verdict.reason}.`];
  if (verdict.status === "open")
    return [
      ...under,
      "whether ",
      ...attack,
      " pays is ",
      { kind: "verdict", is: "open", text: "open" },
      ": ",
      ...restsOnWords(verdict.restsOn),
      ". ",
      ...openThreshold(report, challenger, fight),
      ...[turningSentence(verdict) ?? ""].flat(),
    ];
  const margin = marginWords(because.margin);
  switch (verdict.verdict) {
    case "safe-without-guarantee":
      return [
        ...under,
        ...attack,
        " does not pay even if ",
        ...guarantors,
        " stay out: ",
        ...judgedVerdictText(verdict),
        ".",
        costOnly,
      ];
    case "deterred":
      return [
        ...under,
        ...attack,
        " does not pay: ",
        ...judgedVerdictText(verdict),
        ". ",
        ...fight,
        `, where ${demanded} is enough: ${margin}.`,
        costOnly,
      ];
    case "hollow-guarantee":
      return [
        ...under,
        ...attack,
        " pays: ",
        ...judgedVerdictText(verdict),
        ". ",
        ...fight,
        `, where it takes ${demanded}: ${margin}.`,
        costOnly,
      ];
    case "nothing-deters":
      return [
        ...under,
        ...attack,
        " pays even if ",
        ...guarantors,
        " fight for certain: ",
        ...judgedVerdictText(verdict),
        ".",
        costOnly,
      ];
  }
}

/** What can be said although the verdict is open: the prize above which an attack pays. */
function openThreshold(
  report: GuaranteeReport,
  challenger: Extract<Inline, { kind: "party" }>,
  fight: readonly Inline[],
): readonly Inline[] {
  const { prizeThreshold } = report;
  if (prizeThreshold.answer.status === "unknown") return [];
  return [
    ...fight,
    "; an attack pays if ",
    ...possessive(challenger),
    ` prize is worth more than ${prizeInWords(prizeThreshold)} (v*). `,
  ];
}

/** "a margin of 0.1", "a gap of 0.2"; a range keeps its signs, which say whether it holds everywhere in it. */
function marginWords(margin: Quantity): string {
  const { answer, stated } = margin;
  const at = answer.status === "exact" ? answer.value : stated;
  const range =
    answer.status === "bounded" ? ` (from ${signed(answer.low)} to ${signed(answer.high)} over the ranges)` : "";
  if (at === undefined) return `a margin that is ${quantityWords(margin, figure)}`;
  return `${at < 0 ? "a gap" : "a margin"} of ${figure(Math.abs(at))}${range}`;
}

function signed(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}

/** "100 points", "some value between 60 and 920 points", "at least 11.1 points, if any prize pays at all". */
function prizeInWords(threshold: GuaranteeReport["prizeThreshold"]): string {
  const { answer } = threshold;
  if (answer.status === "bounded" && answer.low.kind === "prize" && answer.high.kind === "no-prize-pays")
    return `some value of at least ${figure(answer.low.value)} points, if any prize pays at all`;
  return `${someValue(threshold, prizeWords)} points`;
}

function judgedMark({ intervention }: GuaranteeReport): readonly string[] {
  return intervention.from === "judged" && intervention.restsOn.length === 0 ? [", as judged"] : [];
}

function thresholdsTable(report: GuaranteeReport): Block {
  const rows: (readonly Text[])[] = [
    [`Chance that any of the guarantors fights (q)${originWords(report)}`, quantityWords(report.intervention, figure)],
    ...(report.resolve
      ? [
          [
            "They fight if fighting costs at most (k*), in the guarantors’ points",
            quantityWords(report.resolve, figure),
          ],
        ]
      : []),
    ["Chance that deters (q*)", quantityWords(report.credibilityDemanded, attackThresholdWords)],
    [
      "Prize above which an attack pays (v*), in the challenger’s points",
      quantityWords(report.prizeThreshold, prizeWords),
    ],
    ["Verdict", judgedVerdictText(report.verdict)],
  ];
  return {
    kind: "table",
    caption: [{ kind: "name", text: report.name }, ": what an attack is measured against"],
    columns: [
      { title: "Measure", align: "start" },
      { title: "Value", align: "start", long: true },
    ],
    rows,
  };
}

function originWords({ intervention }: GuaranteeReport): string {
  switch (intervention.from) {
    case "judged":
      return intervention.restsOn.length > 0 ? ", which nobody judged" : ", judged";
    case "derived":
      return ", derived from what fighting and staying out cost them";
    case "unknown":
      return "";
  }
}
