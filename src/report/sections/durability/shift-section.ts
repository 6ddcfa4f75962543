import type { LeastCredibility, Quantity, ShiftReport } from "#durability";
import type { Block, Inline, Section, Text } from "../../document/document.ts";
import type { DurabilityContext } from "./durability-context.ts";
import {
  figure,
  judgedVerdictText,
  leastCredibilityWords,
  quantityWords,
  restsOnWords,
  sharesText,
} from "./judged-words.ts";
import { parametersTable } from "./parameters-table.ts";
import { folded, noted } from "./some-blocks.ts";
import { turningSentence, turnsBlocks } from "./turns-table.ts";

/** One side grows stronger: would the other rather fight now? */
export function shiftSection(context: DurabilityContext, report: ShiftReport): Section {
  const { names } = context;
  const note: readonly Block[] =
    report.note === undefined ? [] : [{ kind: "paragraph", tone: "note", text: { kind: "name", text: report.note } }];
  const section = { id: `shift-${report.id}`, title: report.name, answer: shiftSentences(context, report) };
  if (report.stands !== "yes") return { ...section, blocks: note };
  const rows: (readonly Text[])[] = [
    ["Without a guarantee", judgedVerdictText(report.unguaranteed)],
    ["With the guarantee as judged", judgedVerdictText(report.verdict)],
    ["What waiting costs beyond a war now, as a share of what is in dispute", quantityWords(report.excess, figure)],
    ["Least credibility of a guarantee that removes it", quantityWords(report.leastCredibility, leastCredibilityWords)],
  ];
  return {
    ...section,
    blocks: [
      ...note,
      {
        kind: "table",
        caption: [{ kind: "name", text: report.name }, ": a reason to strike before the other side is stronger"],
        columns: [
          { title: "Measure", align: "start" },
          { title: "Value", align: "start", long: true },
        ],
        rows,
      },
      ...folded("Where the verdict turns", [
        ...turnsBlocks(report.verdict, report.name),
        ...noted(sharesText(report.verdict)),
      ]),
      parametersTable(report.parameters, names, { kind: "name", text: report.name }),
    ],
  };
}

/** At most three sentences: who would strike, because of whose growth, and what credibility removes the reason. */
export function shiftSentences({ names, subject }: DurabilityContext, report: ShiftReport): Text {
  const declining = names.party(report.declining);
  const rising = names.party(report.rising);
  if (report.stands === "no") return ["Under ", ...subject, ", nothing is judged to shift."];
  if (report.stands === "unknown")
    return ["Under ", ...subject, `, whether power shifts is not known: ${report.reason}.`];
  const { verdict, leastCredibility } = report;
  const under = ["Under ", ...subject, ", "] as const;
  const rather = [" rather fight now than let ", rising, " grow stronger"] as const;
  if (verdict.status === "unknown")
    return [...under, "whether ", declining, " would", ...rather, ` is not known: ${verdict.reason}.`];
  if (verdict.status === "open")
    return [
      ...under,
      "whether ",
      declining,
      " would",
      ...rather,
      " is ",
      { kind: "verdict", is: "open", text: "open" },
      ": ",
      ...restsOnWords(verdict.restsOn),
      ". ",
      ...[turningSentence(verdict) ?? ""].flat(),
    ];
  return [
    ...under,
    declining,
    verdict.verdict === "war-unavoidable" ? " would" : " would not",
    ...rather,
    ": ",
    ...judgedVerdictText(verdict),
    ". ",
    ...credibilityWords(leastCredibility),
  ];
}

/** What a guarantee can do about it, where that is one number. */
function credibilityWords({ answer, stated }: Quantity<LeastCredibility>): readonly Inline[] {
  const least = answer.status === "exact" ? answer.value : stated;
  switch (least?.kind) {
    case undefined:
      return [];
    case "none-needed":
      return ["No guarantee is needed for that."];
    case "credibility":
      return [`A guarantee removes the reason if it is honoured with a chance of at least ${figure(least.value)}.`];
    case "none-suffices":
      return ["No guarantee, however sure, removes the reason."];
  }
}
