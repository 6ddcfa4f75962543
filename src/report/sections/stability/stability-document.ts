import type { StabilityReport } from "#durability";
import { stabilityConcepts } from "#durability";
import type { StateCode } from "#model";
import {
  type Block,
  type Document,
  faint,
  type Inline,
  inlines,
  name,
  type Section,
  series,
  type Table,
  type Text,
} from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";
import { type ConflictWords, conceptMeanings, conceptNames, conflictWords } from "./conflict-words.ts";
import { defectionSentence } from "./defection-sentence.ts";
import { equilibriumVerdict } from "./equilibrium-verdict.ts";
import { stabilityAnswer } from "./stability-answer.ts";

/** States shown in the table, paths and defections; the JSON has all that were computed. */
const shown = 24;

/** A conflict's stability as a document: which states hold, by which concept, against whom, and how firmly. */
export function stabilityDocument(report: StabilityReport): Document {
  const { conflict } = report;
  const words = conflictWords(conflict);
  const sections = [
    equilibriaSection(report, words),
    coalitionSection(report, words),
    pathSection(report, words),
    defectionSection(report, words),
    unknownSection(report),
    leverSection(report, words),
  ];
  return {
    title: conflict.title,
    subtitle: `${counted(conflict.parties.length, "party", "parties")}, ${counted(conflict.levers.length, "lever")}, ${counted(report.states, "possible state")}`,
    answer: stabilityAnswer(report, words),
    sections: sections.filter((section) => section !== undefined),
  };
}

function equilibriaSection(report: StabilityReport, words: ConflictWords): Section {
  const { today } = report.conflict;
  const codes = shownStates(report);
  const rows = [...codes].sort((a, b) => a - b);
  const all = new Set(stabilityConcepts.flatMap((concept) => report.equilibria[concept].states));
  const left = [...all].filter((code) => !codes.has(code)).length;
  const together = (code: StateCode): Text => {
    const { states, undecided, count } = report.coalitional.seq;
    if (!report.equilibria.seq.states.includes(code)) return "";
    if (states.includes(code)) return verdictMark(true);
    const beyond = undecided > 0 || (states.length < count && code > (states.at(-1) ?? -1));
    return verdictMark(beyond ? undefined : false);
  };
  const table: Table = {
    kind: "table",
    caption: "States that hold for every party by at least one concept",
    columns: [
      { title: "Levers taken", align: "start" },
      ...stabilityConcepts.map((concept) => ({ title: conceptNames[concept], align: "start" as const })),
      { title: "SEQ, groups too", align: "start" },
    ],
    rows: rows.map((code) => [
      [words.state(code), ...(code === today ? [" (today)"] : [])],
      ...stabilityConcepts.map((concept) => verdictMark(equilibriumVerdict(report, concept, code))),
      together(code),
    ]),
  };
  const counts = series(
    stabilityConcepts.map((concept) => `${report.equilibria[concept].count} by ${conceptNames[concept]}`),
  );
  return {
    id: "equilibria",
    title: "States that hold",
    answer: [`Of ${counted(report.states, "possible state")}, so many hold for every party: `, ...counts, "."],
    blocks: [
      ...(rows.length > 0 ? [table] : []),
      ...(left > 0 ? [note("There are more states that hold by some concept; --json lists the first of each.")] : []),
      { kind: "paragraph", text: "What a party is taken to reckon with:" },
      {
        kind: "list",
        items: conceptMeanings.map((meaning) => faint(...inlines(meaning))),
      },
    ],
  };
}

/** Today, then equilibria by SEQ, then those by other concepts, as many as are shown. */
function shownStates({ conflict, equilibria }: StabilityReport): ReadonlySet<StateCode> {
  const { today } = conflict;
  const concepts = ["seq", "sseq", "nash-stability", "smr", "gmr"] as const;
  const ordered = [
    ...(today === undefined ? [] : [today]),
    ...concepts.flatMap((concept) => equilibria[concept].states),
  ];
  return new Set([...new Set(ordered)].slice(0, shown));
}

function verdictMark(holds: boolean | undefined): Text {
  if (holds === undefined) return { kind: "verdict", is: "open", text: "open" };
  return holds ? { kind: "verdict", is: "yes", text: "holds" } : { kind: "verdict", is: "no", text: "left" };
}

function coalitionSection(report: StabilityReport, words: ConflictWords): Section | undefined {
  if (report.conflict.parties.length < 2) return undefined;
  const bySeq = report.brokenByCoalition.filter(({ concept }) => concept === "seq");
  const open = report.coalitional.seq.undecided;
  return {
    id: "groups",
    title: "Groups that leave together",
    answer:
      bySeq.length > 0
        ? `By SEQ, ${counted(report.coalitional.seq.count, "state")} ${report.coalitional.seq.count === 1 ? "holds" : "hold"} against every group as well.`
        : open > 0
          ? `Whether a group gains by leaving together is open for ${counted(open, "state")}.`
          : "By SEQ, no group gains by leaving together a state that none of its members leaves alone.",
    blocks:
      bySeq.length === 0
        ? []
        : [
            {
              kind: "list",
              items: bySeq
                .slice(0, shown)
                .map(
                  ({ members, state, to, acts }): Text => [
                    ...series(members.map(words.party)),
                    " leave ",
                    words.state(state),
                    " for ",
                    words.state(to),
                    ": ",
                    ...inlines(words.acts(acts)),
                    ".",
                  ],
                ),
            },
          ],
  };
}

function pathSection(report: StabilityReport, words: ConflictWords): Section | undefined {
  const { paths, conflict } = report;
  if (!paths || conflict.today === undefined) return undefined;
  const others = paths.filter(({ from, to }) => from !== to);
  const reached = others.filter(({ byImprovements }) => byImprovements !== undefined);
  const rest = others.filter(({ byImprovements }) => byImprovements === undefined);
  const beyond = rest.filter(({ byAnyMoves }) => byAnyMoves !== undefined);
  const never = rest.filter(({ byAnyMoves }) => byAnyMoves === undefined);
  const states = (list: typeof others): readonly Inline[] =>
    series(list.slice(0, shown).map(({ to }) => words.state(to)));
  const items: readonly Text[] = [
    ...reached
      .slice(0, shown)
      .map(
        ({ to, byImprovements }): Text => [
          "To ",
          words.state(to),
          ": ",
          ...inlines(words.acts(byImprovements ?? [])),
          ".",
        ],
      ),
    ...(beyond.length > 0 ? [["Only through a move that its mover does not gain by: ", ...states(beyond), "."]] : []),
    ...(never.length > 0 ? [["By no legal moves: ", ...states(never), "."]] : []),
  ];
  return {
    id: "paths",
    title: "From today",
    answer: [
      "From ",
      words.state(conflict.today),
      `, moves that each mover gains by lead to ${reached.length} of the ${counted(others.length, "other state")} that ${others.length === 1 ? "holds" : "hold"} by SEQ.`,
    ],
    blocks: items.length > 0 ? [{ kind: "list", items }] : [],
  };
}

function defectionSection(report: StabilityReport, words: ConflictWords): Section | undefined {
  if (report.firstDefections.length === 0) return undefined;
  return {
    id: "first-defection",
    title: "Who leaves first",
    answer:
      "A preference swap turns round two neighbours in one party's order of the states: the fewer it takes, the nearer the state is to being left.",
    blocks: [
      {
        kind: "list",
        items: report.firstDefections
          .slice(0, shown)
          .map((first): Text => [words.state(first.state), ": ", ...inlines(defectionSentence(first, words))]),
      },
    ],
  };
}

function unknownSection(report: StabilityReport): Section | undefined {
  if (report.unknowns.length === 0) return undefined;
  return {
    id: "unknown",
    title: "What is not known",
    answer: "Answers that rest on this are left open.",
    blocks: [
      { kind: "list", items: report.unknowns.map(({ what, reason }): Text => [name(what), ": ", name(reason)]) },
    ],
  };
}

const directions = { both: "can be moved back", forward: "stays taken", back: "stays given up" } as const;

function leverSection({ conflict }: StabilityReport, words: ConflictWords): Section {
  return {
    id: "levers",
    title: "Levers",
    answer: "What each party can take up or give up.",
    blocks: [
      {
        kind: "table",
        caption: "Levers and who holds them",
        columns: [
          { title: "Lever", align: "start" },
          { title: "What it is", align: "start" },
          { title: "Party", align: "start" },
          { title: "Once moved", align: "start" },
        ],
        rows: conflict.levers.map((lever) => [
          name(lever.id),
          name(lever.name),
          words.party(lever.party),
          directions[lever.direction],
        ]),
      },
    ],
  };
}

function note(text: string): Block {
  return { kind: "paragraph", tone: "note", text };
}
