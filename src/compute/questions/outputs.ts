import {
  analysisJson,
  documentFiles,
  type EmbeddedFont,
  htmlReport,
  type ListedFont,
  neededFonts,
  pageDocument,
} from "#report";
import { answerScenario } from "../answer-scenario.ts";
import { reportInput } from "../report-input.ts";
import type { Answering, Means } from "./answering.ts";

/** What the command line would write for the same scenario and options, and every drawing and table as a file. */
export const outputs: Answering<"outputs"> = async ({ scenario, options, budgetMs, fonts }, { run, fetchFile }) => {
  const answer = await answerScenario(scenario, options, budgetMs, run);
  const input = await reportInput(scenario, options, answer, run);
  return {
    report: htmlReport({ ...input, fonts: await embedded(fonts, JSON.stringify(scenario), fetchFile) }),
    json: analysisJson(answer.analysis),
    ...documentFiles(pageDocument(input)),
  };
};

/** The fonts that a report with this text needs; none when the server has none: the page then uses the reader's own. */
async function embedded(
  folder: string,
  text: string,
  fetchFile: Means<"outputs">["fetchFile"],
): Promise<readonly EmbeddedFont[]> {
  try {
    const listed = new TextDecoder().decode(await fetchFile(`${folder}/fonts.json`));
    const list: readonly ListedFont[] = JSON.parse(listed); // written by our own build, served by our own server
    return await Promise.all(
      neededFonts(list, text).map(async ({ file, family, weight, range }) => ({
        family,
        weight,
        range,
        data: base64(await fetchFile(`${folder}/${file}`)),
      })),
    );
  } catch {
    return [];
  }
}

/** In pieces of a length that is a multiple of three, as an argument list has an end. */
function base64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
