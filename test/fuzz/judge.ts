import { formatScenario, parseScenario } from "#language";
import { type Diagnostic, type Random, seededRandom } from "#prelude";
import { type Mutant, mutations } from "./mutations.ts";
import { type Seed, seeds } from "./seeds.ts";

const all: readonly Seed[] = seeds();

/** What one mutant did. `broken` names a promise that was not kept. */
export type Outcome = {
  readonly number: number;
  readonly seed: string;
  readonly mutation: string;
  readonly ms: number;
  readonly broken?: string;
  /** Whether a mistake at a known place was reported there; absent when the place is not known. */
  readonly located?: boolean;
};

/** Mutant `number` of the run that starts from `runSeed`: the same on every machine. `clock` gives milliseconds. */
export function judge(number: number, runSeed: number, clock: () => number): Outcome {
  const random = seededRandom(runSeed * 1_000_003 + number);
  const { seed, file, mutation, mutant } = makeMutant(random);
  const files = new Map<string, string | Uint8Array>(seed.files).set(file, mutant.content);
  const start = clock();
  const basis = { number, seed: seed.name, mutation };
  try {
    const { scenario, diagnostics } = parseScenario(files);
    const ms = clock() - start;
    let broken = brokenPromise(files, diagnostics, scenario !== undefined);
    if (!broken && scenario) {
      const again = parseScenario(formatScenario(scenario));
      if (JSON.stringify(again.scenario) !== JSON.stringify(scenario))
        broken = "what was written reads back differently";
    }
    const located = mutant.expected && isLocated(file, mutant, diagnostics);
    return { ...basis, ms, ...(broken ? { broken } : {}), ...(located === undefined ? {} : { located }) };
  } catch (error) {
    return { ...basis, ms: clock() - start, broken: `threw ${error instanceof Error ? error.message : String(error)}` };
  }
}

function makeMutant(random: Random) {
  for (;;) {
    const seed = all[random.below(all.length)]!;
    const files = [...seed.files];
    const [file, text] = files[random.below(files.length)]!;
    const mutation = mutations[random.below(mutations.length)]!;
    const mutant = mutation.apply(text, random);
    // what the other changes do to JSON is not known: a line added after its end is no key of it
    const isKnown = !file.endsWith(".geojson") || mutation.name.endsWith("character");
    if (mutant) return { seed, file, mutation: mutation.name, mutant: isKnown ? mutant : { content: mutant.content } };
  }
}

/** Every diagnostic stands at a place that exists, in order, and a scenario is given exactly when there is no error. */
function brokenPromise(
  files: ReadonlyMap<string, string | Uint8Array>,
  diagnostics: readonly Diagnostic[],
  given: boolean,
): string | undefined {
  if (given === diagnostics.some(({ severity }) => severity === "error"))
    return "a scenario with errors, or none without";
  if (diagnostics.length > 201 * files.size) return "more diagnostics than the limit";
  let last: Diagnostic | undefined;
  for (const diagnostic of diagnostics) {
    const { file, line, column } = diagnostic.at;
    const content = files.get(file);
    if (content === undefined) return `a diagnostic in no file: ${file}`;
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const lines = text.replace(/^\ufeff/, "").split("\n");
    // bytes that are not UTF-8 decode to a text of another length, so only the line is compared
    const width = typeof content === "string" ? lines[line - 1]?.length : Number.POSITIVE_INFINITY;
    if (width === undefined || column < 1 || column > width + 1) return `no such place: ${file}:${line}:${column}`;
    if (!diagnostic.message || !diagnostic.fix) return `nothing said for ${diagnostic.code}`;
    const before = last?.at;
    if (before && before.file === file && (before.line > line || (before.line === line && before.column > column)))
      return "diagnostics out of order";
    last = diagnostic;
  }
  return undefined;
}

function isLocated(file: string, { content, expected }: Mutant, diagnostics: readonly Diagnostic[]): boolean {
  if (typeof content !== "string" || !expected) return false;
  const before = content.slice(0, expected.offset).replace(/^\ufeff/, "");
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  return diagnostics.some(
    ({ code, at }) => at.file === file && at.line === line && at.column === column && expected.codes.includes(code),
  );
}
