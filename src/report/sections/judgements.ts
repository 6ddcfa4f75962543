import type { Condition, Evidence, Judgement, Linkage, PreferenceSheet } from "#model";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { counted, written } from "../words/format-number.ts";
import type { Names } from "../words/names.ts";
import type { ReportContext } from "./report-context.ts";

type Row = { readonly what: Text; readonly value: Text; readonly evidence: Evidence };

/** Every judgement behind a number, party by party, with who made it, how surely, why and from what. */
export function judgementsSection({ scenario, names }: ReportContext): Section | undefined {
  if (scenario.sheets.length === 0) return undefined;
  const all = scenario.sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet, names) }));
  const total = all.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    id: "judgements",
    title: "The judgements behind the numbers",
    answer: `Every number above rests on ${counted(total, "judgement")}. Each is somebody’s, and can be changed.`,
    blocks: all.map(
      ({ sheet, rows }): Block => ({
        kind: "details",
        summary: [
          names.party(sheet.party),
          `: ${counted(rows.length, "judgement")}, `,
          ...(sheet.kind === "estimate" ? ["this analyst’s estimate, by "] : ["its own sheet, by "]),
          { kind: "name", text: sheet.author },
          ...(sheet.date ? [`, ${sheet.date}`] : []),
        ],
        body: [judgementTable(sheet, rows, names)],
      }),
    ),
  };
}

function judgementTable(sheet: PreferenceSheet, rows: readonly Row[], names: Names): Block {
  return {
    kind: "table",
    caption: ["Judgements about ", names.party(sheet.party)],
    columns: [
      { title: "Judgement", align: "start" },
      { title: "Value", align: "start", long: true },
      { title: "By and when", align: "start" },
      { title: "Confidence", align: "start" },
      { title: "Why, and from what", align: "start", long: true },
    ],
    rows: rows.map(({ what, value, evidence: own }) => {
      const evidence = inherited(own, sheet);
      return [what, value, byWords(evidence), evidence.confidence ?? "not stated", whyWords(evidence, names)];
    }),
  };
}

/** What a judgement does not say of itself, the sheet says for all. */
export function inherited(own: Evidence, sheet: PreferenceSheet): Evidence {
  const common = sheet.evidence;
  const author = own.author ?? common.author ?? sheet.author;
  const date = own.date ?? common.date ?? sheet.date;
  const confidence = own.confidence ?? common.confidence;
  const why = own.why ?? common.why;
  return {
    author,
    ...(date ? { date } : {}),
    ...(confidence ? { confidence } : {}),
    ...(why ? { why } : {}),
    sources: own.sources, // what it inherits is in it already; an empty list says that it has none
    ...(own.note ? { note: own.note } : {}),
  };
}

function rowsOf(sheet: PreferenceSheet, names: Names): Row[] {
  return [
    { what: "Reservation value", value: judged(sheet.reservation), evidence: sheet.reservation.evidence },
    ...(sheet.aspiration ? [{ what: "Aspiration", value: judged(sheet.aspiration), evidence: sheet.evidence }] : []),
    ...Object.entries(sheet.issues).map(
      ([issue, preference]): Row => ({
        what: names.issue(issue),
        value: [
          `Weight ${judged(preference.weight)}. Values of ${written(preference.of)}: `,
          ...valueList(preference.values, (option) => names.option(issue, option)),
          ...(preference.order ? [" (stated as an order)"] : []),
        ],
        evidence: preference.evidence,
      }),
    ),
    ...sheet.linkages.map(
      (linkage): Row => ({
        what: withId(names.linkage(sheet.party, linkage.id), linkage.id),
        value: linkageWords(linkage, names),
        evidence: linkage.evidence,
      }),
    ),
    ...sheet.redLines.map(
      (line): Row => ({
        what: withId(names.constraint({ kind: "line", party: sheet.party, line: line.id }), line.id),
        value: ["Refused when ", ...conditionWords(line.when, names), `; ${periodWords(line.from, line.until)}`],
        evidence: line.evidence,
      }),
    ),
    ...sheet.floors.map(
      (floor): Row => ({
        what: withId(names.constraint({ kind: "floor", party: sheet.party, floor: floor.id }), floor.id),
        value: [
          `At least ${written(floor.min)} on `,
          names.issue(floor.issue),
          " to carry out ",
          ...series(
            floor.commitments.map((option) => names.option(floor.issue, option)),
            "or",
          ),
        ],
        evidence: floor.evidence,
      }),
    ),
  ];
}

export function linkageWords(linkage: Linkage, names: Names): Text {
  if (linkage.kind === "combination") {
    return [`${judged(linkage.value)} of ${written(linkage.of)} when `, ...conditionWords(linkage.when, names)];
  }
  return [
    "Value of ",
    names.issue(linkage.issue),
    ", given ",
    names.issue(linkage.given),
    ": ",
    ...Object.entries(linkage.table).flatMap(([given, cells], index): readonly Inline[] => [
      index > 0 ? ". Under " : "under ",
      names.option(linkage.given, given),
      ": ",
      ...valueList(cells, (option) => names.option(linkage.issue, option)),
    ]),
  ];
}

/** "None: 5; reactive: 45 (40 to 50)". */
function valueList(values: Readonly<Record<string, Judgement>>, option: (id: string) => Inline): readonly Inline[] {
  return Object.entries(values).flatMap(([id, value], index): readonly Inline[] => [
    index > 0 ? "; " : "",
    option(id),
    `: ${judged(value)}`,
  ]);
}

export function conditionWords(condition: Condition, names: Names): readonly Inline[] {
  return condition.length === 0 ? ["always"] : names.condition(condition);
}

export function periodWords(from?: string, until?: string): string {
  if (from && until) return `in force from ${from} until ${until}`;
  if (from) return `in force from ${from}`;
  return until ? `in force until ${until}` : "undated";
}

export function judged({ low, mid, high }: Judgement): string {
  const one = written(mid);
  return low === mid && mid === high ? one : `${one} (${written(low)} to ${written(high)})`;
}

function byWords({ author, date }: Evidence): Text {
  return [{ kind: "name", text: author ?? "not stated" }, ...(date ? [`, ${date}`] : [])];
}

function whyWords({ why, note, sources }: Evidence, names: Names): Text {
  const words: Inline[] = [];
  if (why) words.push({ kind: "name", text: why }, " ");
  if (note) words.push({ kind: "name", text: note }, " ");
  if (sources.length > 0) words.push(...series(sources.map((source) => names.source(source))));
  return words.length > 0 ? words : ["no reason or source stated"];
}

/** A name that is no more than the id needs none behind it. */
function withId(words: readonly Inline[], id: string): readonly Inline[] {
  if (words.some((word) => typeof word === "object" && word.kind === "id")) return words;
  return [...words, " ", { kind: "faint", of: ["(", { kind: "id", text: id }, ")"] }];
}
