import type { Claim } from "#model";
import { present } from "../present.ts";
import type { RawQuestion } from "../schema/question-schema.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { buildQuestion } from "./build-question.ts";
import type { LineNames } from "./line-names.ts";
import { checkDistinct, checkName, many, type Reader } from "./reader.ts";

type RawClaim = { id: string; row?: string; statement: string; source: string; question: RawQuestion; note?: string };

export function buildClaims(reader: Reader, raw: RawScenario, lines: LineNames): readonly Claim[] {
  const items = many<RawClaim>(reader, raw, "claims");
  checkDistinct(reader, items, "claims");
  return items.flatMap(({ value }) => {
    checkName(reader, "source", value.source, () => reader.document.at(value, "source"));
    const question = buildQuestion(reader, value.question, reader.document.at(value, "question"), raw, lines);
    if (!question) return [];
    const { id, row, statement, source, note } = value;
    return [present({ id, row, statement, source, question, note })];
  });
}
