import type { HollowConsensus } from "#analysis";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { reasonsWords } from "../words/refusal-words.ts";
import type { ReportContext } from "./report-context.ts";

/** Terms that a package's authors accept only because each reads them in its own way. */
export function hollowConsensusSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  const found = analysis.hollowConsensus;
  if (found.length === 0) return undefined;
  const hollow = found.filter((one) => one.hollow);
  const titles = (list: readonly HollowConsensus[]) =>
    series([...new Set(list.map((one) => one.term))].map((term): Text => ["“", wording(context, term), "”"]));
  return {
    id: "hollow-consensus",
    title: "Hollow consensus",
    answer:
      hollow.length === 0
        ? "No term is read so differently that its authors agree only in words."
        : [
            "The authors agree on ",
            ...titles(hollow),
            " only in words: each accepts it under its own reading, and no declared reading is accepted by all of them.",
          ],
    blocks: found.map(
      (one): Block => ({
        kind: "table",
        caption: ["“", wording(context, one.term), "” in ", names.package(one.package)],
        columns: [
          { title: "Reading", align: "start" },
          { title: "Read so by", align: "start" },
          { title: "Accepted by", align: "start" },
          { title: "Refused by", align: "start", long: true },
        ],
        rows: rows(context, one),
      }),
    ),
  };
}

function rows(context: ReportContext, one: HollowConsensus): (readonly Text[])[] {
  const { names } = context;
  const issue = context.scenario.agenda.terms.find((term) => term.id === one.term)?.issue ?? "";
  const parties = (ids: readonly string[]): readonly Inline[] =>
    ids.length === 0 ? ["no author"] : series(ids.map((id) => names.party(id)));
  return [
    ...one.declared.map(({ reading, acceptedBy, refusedBy }): readonly Text[] => [
      names.option(issue, reading),
      parties(one.ownReading.filter((own) => own.reading === reading).map((own) => own.party)),
      parties(acceptedBy),
      refusedBy.length === 0
        ? [{ kind: "verdict", is: "yes", text: "accepted by every author" }]
        : [
            { kind: "verdict", is: "no", text: "refused" },
            ": ",
            ...series(
              refusedBy.map(
                (refusal): Text => [names.party(refusal.party), " by ", ...series(reasonsWords([refusal], names))],
              ),
            ),
          ],
    ]),
    ...one.bridging.map((option): readonly Text[] => [
      names.option(issue, option),
      "nobody: a bridging reading",
      parties(one.authors),
      [{ kind: "verdict", is: "yes", text: "accepted by every author" }],
    ]),
  ];
}

function wording({ scenario }: ReportContext, term: string): Inline {
  return { kind: "name", text: scenario.agenda.terms.find((one) => one.id === term)?.wording ?? term };
}
