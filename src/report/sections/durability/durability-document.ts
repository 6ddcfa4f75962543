import type { Document, Inline, Section, Text } from "../../document/document.ts";
import { series } from "../../document/document.ts";
import { dayWords } from "../../words/day-words.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { durabilitySections } from "./durability-sections.ts";
import { durabilityVerdicts } from "./durability-verdicts.ts";

/**
 * One package after signature by itself: whether it holds, every verdict in a line, then why, section by section.
 * @param others  ids of the packages that were not asked about, for the closing line.
 */
export function durabilityDocument(
  context: DurabilityContext,
  title: string,
  others: readonly string[] = [],
): Document {
  const closing: Section = {
    id: "others",
    title: "Other packages",
    answer: ["With --package: ", ...series(others.map((id): Inline => ({ kind: "id", text: id }))), "."],
    blocks: [],
  };
  return {
    title,
    subtitle: dayWords("judged on", context.scenario.agenda.asOf),
    answer: [holdsSentence(context), ...(isJudged(context) ? [] : [whatToDo])],
    sections: [
      ...(isJudged(context) ? [verdictsSection(context, "Verdicts", openWords(context))] : []),
      ...sectionsOf(context),
      ...(others.length === 0 ? [] : [closing]),
    ],
  };
}

/** The same as a part of a longer page: of a scenario that judges nothing only the ground, and that only with a map. */
export function durabilityPart(context: DurabilityContext): readonly Section[] {
  return [
    ...(isJudged(context) ? [verdictsSection(context, "Will it hold?", holdsSentence(context))] : []),
    ...sectionsOf(context),
  ];
}

function openWords(context: DurabilityContext): string {
  const open = durabilityVerdicts(context).some(({ verdict }) =>
    verdict.some((one) => typeof one !== "string" && one.kind === "verdict" && one.is === "open"),
  );
  return open
    ? "Open means that the verdict rests on a number that nobody judged; then what counts is the value at which it turns."
    : "Each rests on judgements alone, as stated.";
}

function verdictsSection(context: DurabilityContext, title: string, answer: Text): Section {
  return {
    id: "durability",
    title,
    answer,
    blocks: [
      {
        kind: "table",
        caption: ["Once ", ...context.subject, " is in force; a section below says why"],
        columns: [
          { title: "Question", align: "start" },
          { title: "Verdict", align: "start", long: true },
        ],
        rows: durabilityVerdicts(context).map(({ name, verdict }): readonly Text[] => [name, verdict]),
      },
    ],
  };
}

function isJudged({ scenario }: DurabilityContext): boolean {
  return scenario.durability !== undefined;
}

/** Sections about what nobody judged would only repeat that nobody did. */
function sectionsOf(context: DurabilityContext): readonly Section[] {
  const sections = durabilitySections(context);
  return context.scenario.durability?.aftermath ? sections : sections.filter(({ id }) => id !== "aftermath");
}

function holdsSentence(context: DurabilityContext): Text {
  const { subject, aftermath } = context;
  if (!isJudged(context)) return ["Whether ", ...subject, " would hold is not known: nobody has judged it."];
  if (aftermath.kind === "unknown" || aftermath.settlementHolds.status !== "exact")
    return [
      "Whether ",
      ...subject,
      " would hold once it is in force is ",
      { kind: "verdict", is: "open", text: "not known" },
      ".",
    ];
  return [
    "Once it is in force, ",
    ...subject,
    " ",
    aftermath.settlementHolds.value
      ? { kind: "verdict", is: "yes", text: "holds" }
      : { kind: "verdict", is: "no", text: "does not hold" },
    " by the parties’ orders as this analyst assumes them.",
  ];
}

const whatToDo: Text =
  "Say what you judge about guarantees, limits and obligations in a file durability.yaml beside scenario.yaml: ukraine-2025 has one to start from, and `entente check` reads it.";
