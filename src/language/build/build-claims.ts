import type { Claim } from "#model";
import { present } from "../present.ts";
import type { RawQuestion } from "../schema/question-schema.ts";
import { type Asking, buildQuestion } from "./build-question.ts";
import { checkDistinct, checkName, many } from "./reader.ts";

type RawClaim = { id: string; row?: string; statement: string; source: string; question: RawQuestion; note?: string };

export function buildClaims(asking: Asking): readonly Claim[] {
  const { reader, scenario: raw } = asking;
  const items = many<RawClaim>(reader, raw, "claims");
  checkDistinct(reader, items, "claims");
  return items.flatMap(({ value }) => {
    checkName(reader, "source", value.source, () => reader.document.at(value, "source"));
    const question = buildQuestion(value.question, reader.document.at(value, "question"), asking);
    if (!question) return [];
    const { id, row, statement, source, note } = value;
    return [present({ id, row, statement, source, question, note })];
  });
}
