import type { LimitReport } from "#durability";
import { type Block, faint, type Inline, type Section, type Text } from "../../document/document.ts";
import { percent } from "../../words/format-number.ts";
import type { DurabilityContext } from "./durability-context.ts";
import {
  deterringDetectionWords,
  figure,
  inspectionRateWords,
  judgedVerdictText,
  leastDetectionWords,
  quantityWords,
  restsOnWords,
  sharesText,
  someValue,
} from "./judged-words.ts";
import { parametersTable } from "./parameters-table.ts";
import { folded, noted, present } from "./some-blocks.ts";
import { turningSentence, turnsBlocks } from "./turns-table.ts";

type Standing = Extract<LimitReport, { stands: "yes" }>;

/** Would a cheat be seen, and would being seen be enough? */
export function limitSection(context: DurabilityContext, report: LimitReport): Section {
  const { names } = context;
  const title = report.name;
  const id = `limit-${report.id}`;
  const note: readonly Block[] =
    report.note === undefined ? [] : [{ kind: "paragraph", tone: "note", text: { kind: "name", text: report.note } }];
  if (report.stands !== "yes") return { id, title, answer: limitSentences(context, report), blocks: note };
  return {
    id,
    title,
    answer: limitSentences(context, report),
    blocks: [
      ...note,
      measuresTable(report),
      ...folded("Where the verdict turns", [
        ...turnsBlocks(report.inspection.verdict, report.name),
        ...noted(sharesText(report.inspection.verdict, "Inspection")),
        ...noted(sharesText(report.compliance.verdict, "Patience and suspension")),
      ]),
      ...present(transparencyTable(context, report)),
      parametersTable(report.parameters, names, { kind: "name", text: report.name }),
    ],
  };
}

/** At most three sentences: who might breach it, who looks, and at what detection looking is enough. */
export function limitSentences({ names, subject }: DurabilityContext, report: LimitReport): Text {
  const holder = names.party(report.holder);
  const inspector = names.party(report.inspector);
  if (report.stands === "no") return ["Under ", ...subject, ", there is no such limit."];
  if (report.stands === "unknown")
    return ["Under ", ...subject, `, whether there is such a limit is not known: ${report.reason}.`];
  const { verdict, leastDetection, rate } = report.inspection;
  const under: readonly Inline[] = ["Under ", ...subject, ", "];
  const opening: readonly Inline[] = [...under, "whether ", holder, " would breach it is "];
  if (verdict.status === "unknown") return [...opening, `not known: ${verdict.reason}.`];
  if (verdict.status === "open" && nobodyLooks(report))
    return [
      ...opening,
      { kind: "verdict", is: "open", text: "open" },
      ": nobody inspects, and ",
      ...restsOnWords(verdict.restsOn),
      ".",
    ];
  if (verdict.status === "open")
    return [
      ...opening,
      { kind: "verdict", is: "open", text: "open" },
      ": ",
      ...restsOnWords(verdict.restsOn),
      ". Inspection by ",
      inspector,
      ` can deter if it sees a breach with a chance above ${someValue(leastDetection, deterringDetectionWords)}. `,
      ...[turningSentence(verdict) ?? ""].flat(),
    ];
  if (nobodyLooks(report))
    return [
      ...under,
      "nobody inspects, so that whether ",
      holder,
      " keeps it rests on whether a breach gains it anything: ",
      ...judgedVerdictText(verdict),
      ".",
    ];
  switch (verdict.verdict) {
    case "no-temptation":
      return [...under, "a breach gains ", holder, " nothing: ", ...judgedVerdictText(verdict), "."];
    case "can-deter":
      return [
        ...under,
        holder,
        " can be held to it: ",
        ...judgedVerdictText(verdict),
        ". It is kept if ",
        inspector,
        ` announces inspections with a chance of ${someValue(rate, inspectionRateWords)} or more.`,
      ];
    case "cannot-deter":
      return [
        ...under,
        holder,
        " gains by a breach: ",
        ...judgedVerdictText(verdict),
        ". Looking every time would not be enough for ",
        inspector,
        `: it takes a chance of seeing a breach above ${someValue(leastDetection, deterringDetectionWords)}.`,
      ];
  }
}

/** The limit has no inspection in these choices: a breach is never seen by one. */
function nobodyLooks({ parameters }: Standing): boolean {
  const { resolution } = parameters.find(({ id }) => id === "detection") ?? {};
  return resolution?.status === "judged" && resolution.judgement.high === 0;
}

function measuresTable({ name, inspection, compliance, breakout, transparency }: Standing): Block {
  const rows: (readonly Text[])[] = [
    ["Inspection", judgedVerdictText(inspection.verdict)],
    [
      "Least announced rate of inspection that is complied with (y*)",
      quantityWords(inspection.rate, inspectionRateWords),
    ],
    ["Detection from which inspection can deter", quantityWords(inspection.leastDetection, deterringDetectionWords)],
    // a model whose numbers nobody gave is not asked, and not listed
    ...(compliance.verdict.status === "unknown"
      ? []
      : ([
          ["Kept by patience and suspension", judgedVerdictText(compliance.verdict)],
          [
            "Largest gain from a breach that these hold, in the holder’s points",
            quantityWords(compliance.largestTemptation, figure),
          ],
          ["Detection that these need (π*)", quantityWords(compliance.leastDetection, leastDetectionWords)],
        ] satisfies (readonly Text[])[])),
    ...(breakout.seenInTime.answer.status === "unknown"
      ? []
      : ([
          ["Inspections before a breach cannot be undone", quantityWords(breakout.inspections, figure)],
          ["Chance that one of them sees it in time", quantityWords(breakout.seenInTime, figure)],
        ] satisfies (readonly Text[])[])),
    ...(transparency.verdict.status === "unknown"
      ? []
      : ([
          ["Monitoring that sees enough and shows no more than is borne", judgedVerdictText(transparency.verdict)],
        ] satisfies (readonly Text[])[])),
  ];
  return {
    kind: "table",
    caption: [{ kind: "name", text: name }, ": would a breach be seen, and would it pay?"],
    columns: [
      { title: "Measure", align: "start" },
      { title: "Value", align: "start", long: true },
    ],
    rows,
  };
}

function transparencyTable({ names }: DurabilityContext, { name, transparency }: Standing): Block | undefined {
  if (transparency.levels.length === 0 || transparency.verdict.status === "unknown") return undefined;
  if (transparency.levels.every(({ detection }) => detection.answer.status === "exact" && detection.answer.value === 0))
    return undefined; // nobody looks, whichever is chosen
  return {
    kind: "table",
    caption: [{ kind: "name", text: name }, ": what each monitoring on the agenda sees, and what it shows"],
    columns: [
      { title: "Monitoring", align: "start" },
      { title: "Sees a breach", align: "end" },
      { title: "Needs", align: "end" },
      { title: "Shows, in points", align: "end" },
      { title: "Borne, in points", align: "end" },
      { title: "Verdict", align: "start", long: true },
    ],
    rows: transparency.levels.map((level): readonly Text[] => [
      [names.option(level.issue, level.option), ...(level.chosen ? [faint(" (in hand)")] : [])],
      quantityWords(level.detection, figure),
      quantityWords(level.detectionNeeded, leastDetectionWords),
      quantityWords(level.exposure, figure),
      quantityWords(level.tolerance, figure),
      [
        ...judgedVerdictText(level.verdict),
        ...(level.verdict.status === "decided" && level.verdict.shares
          ? [
              " (works in ",
              percent(level.verdict.shares.find(({ verdict }) => verdict === "works")?.share ?? 0),
              " of draws)",
            ]
          : []),
      ],
    ]),
  };
}
