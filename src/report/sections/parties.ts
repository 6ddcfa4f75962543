import type { PartySummary } from "#analysis";
import { type Inline, type Section, series, type Table, type Text } from "../document/document.ts";
import { pointsWords } from "../words/answer-words.ts";
import { points, roundingWords } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** Who sits at the table, what each needs, and who wrote its numbers. */
export function partiesSection({ scenario, analysis, names }: ReportContext): Section {
  const consenting = analysis.parties.filter((party) => party.consents);
  const estimates = analysis.parties.filter((party) => party.sheet === "estimate");
  const own = analysis.parties.filter((party) => party.sheet === "own");
  // named once above the table when one author wrote every sheet of a kind
  const estimatesBy = oneAuthor(estimates);
  const ownBy = own.length === analysis.parties.length ? oneAuthor(own) : undefined;
  // the paragraph above the table has said it all: in text the column would only take room
  const saidAbove =
    (ownBy !== undefined || (estimatesBy !== undefined && estimates.length === analysis.parties.length)) &&
    analysis.parties.every((party) => party.arithmetic === "exact");
  const ranged = analysis.parties.some(({ reservation }) => reservation && reservation.low < reservation.high);
  const needs: Table = {
    kind: "table",
    caption: "What each party needs and can get, in points of its own scale",
    columns: [
      { title: "Party", align: "start" },
      { title: "Reservation value", align: "end" },
      ...(ranged ? [{ title: "Judged range", align: "end" as const }] : []),
      { title: "Least to most", align: "end" },
      { title: "Ideal in the agreement zone", align: "end" },
      { title: "Sheet", align: "start", ...(saidAbove ? { pageOnly: true } : { long: true }) },
    ],
    rows: analysis.parties.map((party) => [
      [
        names.party(party.id),
        ...(party.name === party.id ? [] : [" ", { kind: "id" as const, text: party.id }]),
        ...(party.consents ? [] : [" (need not consent)"]),
      ],
      party.reservation ? points(party.reservation.mid, party.scale) : "none",
      ...(ranged ? [party.reservation ? judgedRange(party.reservation, party.scale) : ""] : []),
      party.range ? range(party.range.least, party.range.most, party.scale) : "",
      party.ideal ? pointsWords(party.ideal, party.scale) : "none",
      sheetWords(party, party.sheet === "own" ? ownBy : estimatesBy),
    ]),
  };
  return {
    id: "parties",
    title: "Parties",
    answer: [
      ...series(consenting.map((party) => names.party(party.id))),
      " must consent. ",
      ...(estimates.length > 0
        ? [
            "The numbers for ",
            ...series(estimates.map((party) => names.party(party.id))),
            estimates.length === 1 ? " are this analyst’s estimate" : " are this analyst’s estimates",
            ...(estimatesBy === undefined ? [] : [" (", { kind: "name" as const, text: estimatesBy }, ")"]),
            ", not the parties’ own.",
          ]
        : []),
      ...(names.judged.length === 0 ? ["No preference sheet says what any of them needs."] : []),
      ...(ownBy === undefined
        ? []
        : ["The numbers are the parties’ own (", { kind: "name" as const, text: ownBy }, ")."]),
    ],
    blocks: [
      ...(analysis.parties.every((party) => party.sheet === "none") ? [] : [needs]),
      ...(scenario.agenda.stakeholders.length > 0
        ? [
            {
              kind: "paragraph" as const,
              tone: "note" as const,
              text: [
                "Affected without a veto: ",
                ...series(scenario.agenda.stakeholders.map((one): Inline => ({ kind: "name", text: one.name }))),
                ".",
              ],
            },
          ]
        : []),
    ],
  };
}

function oneAuthor(parties: readonly PartySummary[]): string | undefined {
  const authors = new Set(parties.map((party) => party.author));
  return authors.size === 1 ? parties[0]?.author : undefined;
}

/** Who wrote the party's numbers, and any rounding. */
function sheetWords(party: PartySummary, saidAlready: string | undefined): Text {
  const rounding = party.arithmetic === "exact" ? [] : [` (${roundingWords(party.arithmetic.roundingError)})`];
  if (party.sheet === "none") return ["no sheet", ...rounding];
  const author: readonly Inline[] =
    party.author && party.author !== saidAlready ? [", by ", { kind: "name", text: party.author }] : [];
  return party.sheet === "estimate"
    ? [{ kind: "badge", tone: "plain", text: "this analyst’s estimate" }, ...author, ...rounding]
    : ["its own", ...author, ...rounding];
}

/** One number is no range, whoever is sure of it. */
function judgedRange({ low, high }: { readonly low: number; readonly high: number }, scale: number): string {
  return low < high ? range(low, high, scale) : "none given";
}

function range(low: number, high: number, scale: number): string {
  return `${points(low, scale)} to ${points(high, scale)}`;
}
