import type { HollowConsensus } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { counted } from "../words/format-number.ts";
import { reasonsWords } from "../words/refusal-words.ts";
import type { ReportContext } from "./report-context.ts";

/** Terms that a package's authors accept only because each reads them in its own way. */
export function hollowConsensusSection(context: ReportContext): Section | undefined {
  const found = context.analysis.hollowConsensus;
  if (found.length === 0) return undefined;
  const hollow = found.filter((one) => one.hollow);
  const terms = [...new Set(hollow.map((one) => one.term))];
  const packages = new Set(hollow.map((one) => one.package)).size;
  return {
    id: "hollow-consensus",
    title: "Hollow consensus",
    answer:
      hollow.length === 0
        ? "No term is read so differently that its authors agree only in words."
        : [
            `In ${counted(packages, "package")} the authors agree on `,
            ...series(terms.map((term): Text => ["“", wording(context, term), "”"])),
            " only in words: each accepts it under its own reading, and no declared reading is accepted by all of them.",
          ],
    blocks: grouped(found).map((group) => readingsTable(context, group)),
  };
}

/** Packages with the same findings share a table. */
function grouped(found: readonly HollowConsensus[]): (readonly [HollowConsensus, ...HollowConsensus[]])[] {
  const groups = new Map<string, [HollowConsensus, ...HollowConsensus[]]>();
  for (const one of found) {
    const key = JSON.stringify({ ...one, package: "" });
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function readingsTable(context: ReportContext, group: readonly [HollowConsensus, ...HollowConsensus[]]): Block {
  const [first] = group;
  const { names } = context;
  return {
    kind: "table",
    caption: [
      "“",
      wording(context, first.term),
      first.hollow ? "”, hollow in " : "”, not hollow in ",
      ...series(group.map((one) => names.packageInText(one.package))),
    ],
    columns: [
      { title: "Reading", align: "start" },
      { title: "Read so by", align: "start" },
      { title: "Accepted by", align: "start" },
      { title: "Verdict", align: "start", long: true },
    ],
    rows: rows(context, first),
  };
}

function rows(context: ReportContext, one: HollowConsensus): (readonly Text[])[] {
  const { names } = context;
  const issue = context.scenario.agenda.terms.find((term) => term.id === one.term)?.issue ?? "";
  const parties = (ids: readonly string[]): readonly Inline[] =>
    ids.length === 0 ? ["no author"] : series(ids.map((id) => names.party(id)));
  const all: Text = [{ kind: "verdict", is: "yes", text: "accepted by every author" }];
  return [
    ...one.declared.map(({ reading, acceptedBy, refusedBy }): readonly Text[] => [
      names.option(issue, reading),
      parties(one.ownReading.filter((own) => own.reading === reading).map((own) => own.party)),
      parties(acceptedBy),
      refusedBy.length === 0
        ? all
        : [
            { kind: "verdict", is: "no", text: "refused" },
            ": ",
            ...series(
              [...new Set(refusedBy.map((refusal) => refusal.party))].map(
                (party): Text => [
                  names.party(party),
                  " by ",
                  ...series(
                    reasonsWords(
                      refusedBy.filter((refusal) => refusal.party === party),
                      names,
                    ),
                  ),
                ],
              ),
            ),
          ],
    ]),
    ...one.bridging.map((option): readonly Text[] => [
      names.option(issue, option),
      "nobody: a bridging reading",
      parties(one.authors),
      all,
    ]),
  ];
}

function wording({ scenario }: ReportContext, term: string): Inline {
  return { kind: "name", text: scenario.agenda.terms.find((one) => one.id === term)?.wording ?? term };
}
