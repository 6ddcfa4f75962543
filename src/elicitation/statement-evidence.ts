import type { Confidence, Evidence, IssueId } from "#model";
import type { SheetDraft, Statement } from "./draft.ts";

/** Evidence with what is missing taken from what holds for the whole sheet; a note is never inherited. */
export function inherited(own: Evidence, whole: Evidence): Evidence {
  const { note: _, ...rest } = whole;
  return { ...rest, ...own, sources: own.sources.length > 0 ? own.sources : whole.sources };
}

/** What stands behind the statements about an issue, or about the reservation value: the least confidence, all reasons and sources. */
export function evidenceOf({ statements }: SheetDraft, about: IssueId | "reservation", whole: Evidence): Evidence {
  const those = statements.filter((each) =>
    about === "reservation" ? isAboutReservation(each) : isAboutIssue(each, about),
  );
  const confidences = new Set(those.map(({ confidence }) => confidence));
  const confidence = leastFirst.find((each) => confidences.has(each));
  const why = joinedTexts(those.map((each) => each.why));
  const note = joinedTexts(those.map((each) => each.note));
  return inherited(
    {
      ...(confidence && { confidence }),
      ...(why && { why }),
      sources: [...new Set(those.flatMap(({ sources = [] }) => sources))],
      ...(note && { note }),
    },
    whole,
  );
}

const leastFirst: readonly Confidence[] = ["low", "medium", "high"];

function isAboutReservation({ kind }: Statement): boolean {
  return kind === "reservation-range" || kind === "no-deal";
}

function isAboutIssue(statement: Statement, issue: IssueId): boolean {
  switch (statement.kind) {
    case "swing-order":
      return statement.order.some((tied) => tied.includes(issue));
    case "choice":
      return statement.first[issue] !== statement.second[issue];
    case "reservation-range":
    case "no-deal":
      return false;
    default:
      return statement.issue === issue;
  }
}

function joinedTexts(texts: readonly (string | undefined)[]): string {
  return [...new Set(texts.filter((text) => text))].join("; ");
}
