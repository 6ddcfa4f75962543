import { expect, test } from "vitest";
import { day } from "../../../test/tiny-scenario.ts";
import { plainText } from "../document/plain-text.ts";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { namesOf } from "../words/names.ts";
import { evaluationDocument } from "./evaluation.ts";
import { packagesSection } from "./packages.ts";
import { reportContext } from "./report-context.ts";

const written = ceasefireScenario();
const asOf = day("2025-08-25"); // between the dates of its two dated packages, 20 and 26 August
const scenario = { ...written, agenda: { ...written.agenda, asOf } };
const [later, earlier] = [true, false].map(
  (after) => scenario.packages.find(({ date }) => date !== undefined && date > asOf === after)!,
);

test("the named packages dated after the judgements are listed with both days, and no other", () => {
  const analysis = enumerateAnalysis(scenario);
  const said = packagesSection(reportContext(scenario, analysis))!.blocks.flatMap((block) =>
    block.kind === "paragraph" ? [plainText(block.text)] : [],
  );
  const line = said.find((text) => text.startsWith("Later than the judgements"))!;
  expect(line).toContain("as of 2025-08-25");
  expect(line).toContain(`“${later!.name}” (${later!.date})`);
  expect(line).not.toContain(earlier!.name);
});

test("the report of one package says that it is later than the judgements, and of an earlier one does not", () => {
  const { packages } = enumerateAnalysis(scenario);
  const answers = (id: string) =>
    evaluationDocument({ scenario, names: namesOf(scenario) }, packages[id]!)
      .answer.map(plainText)
      .join(" ");
  expect(answers(later!.id)).toContain("Later than the judgements");
  expect(answers(earlier!.id)).not.toContain("Later than the judgements");
});
