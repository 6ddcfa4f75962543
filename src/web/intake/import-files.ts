import type { Engine } from "#compute/browser";
import type { Scenario } from "#model";
import type { Diagnostic } from "#prelude";
import { newScenarioKey } from "../shelf/scenario-key.ts";
import type { ScenarioRecord } from "../shelf/shelf.ts";
import { type Classified, classify } from "./classify.ts";
import type { Intake, IntakeProblem } from "./intake.ts";
import { decoded, isDomainFile } from "./sniff.ts";

/** Which of several to take, answered to a `choose`. */
export type ImportChoice = {
  /** The path of one of the places. */
  readonly place?: string;
  /** The name of one of the domain files. */
  readonly domain?: string;
};

/** What came of it. `problems` are of files that were not taken; `texts` hold what the diagnostics point at. */
export type ImportedFiles = { readonly problems: readonly IntakeProblem[] } & (
  | {
      /** Ready to save, and ready to be opened when there is a scenario; else to be mended in the editor. */
      readonly kind: "scenario";
      readonly record: ScenarioRecord;
      readonly scenario?: Scenario;
      readonly diagnostics: readonly Diagnostic[];
      readonly texts: Texts;
    }
  | { readonly kind: "choose"; readonly what: "place" | "domain"; readonly among: readonly string[] }
  /** A domain that could not be read; nothing was made of it. */
  | { readonly kind: "diagnostics"; readonly diagnostics: readonly Diagnostic[]; readonly texts: Texts }
  /** One party's sheet: it needs a scenario to belong to. */
  | { readonly kind: "sheet"; readonly file: string; readonly text: string }
  | { readonly kind: "sheets"; readonly given: readonly string[] }
  | { readonly kind: "sealed-sheet"; readonly file: string; readonly bytes: Uint8Array }
  /** What a shelf wrote: for its `importAll`. */
  | { readonly kind: "shelf"; readonly file: Blob }
  /** Nothing that Entente knows among the files that were seen; "intake.accepted" says what it does. */
  | { readonly kind: "unknown"; readonly given: string; readonly seen: readonly string[] }
  | { readonly kind: "empty"; readonly given: string; readonly what: "file" | "folder" }
  /** The problems say why. */
  | { readonly kind: "none-taken" }
  /** The engine itself failed, or was dropped. */
  | { readonly kind: "failed"; readonly why: string }
);

export type Texts = ReadonlyMap<string, string>;

/** Never rejects. */
export async function importFiles(
  intake: Intake,
  engine: Pick<Engine, "ask">,
  choice: ImportChoice = {},
): Promise<ImportedFiles> {
  const { problems } = intake;
  try {
    const found = await classify(intake, choice.place);
    switch (found.kind) {
      case "scenario":
        return { problems, ...(await readScenario(found, engine)) };
      case "domain":
        return { problems, ...(await readDomain(found.name, found.files, engine, choice.domain)) };
      case "several":
        return { problems, kind: "choose", what: "place", among: found.places.map(({ path }) => path) };
      case "sheet":
        return { problems, kind: "sheet", file: found.file, text: textOf(found.bytes) };
      case "unknown":
        return { problems, ...((await brokenYaml(found.yamls, engine)) ?? unknown(intake)) };
      case "shelf":
        return { problems: [], ...found }; // larger than a scenario's file may be, and rightly so
      default:
        return { problems, ...found };
    }
  } catch (error) {
    return { problems, kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

type Read<K extends ImportedFiles["kind"]> = Omit<Extract<ImportedFiles, { readonly kind: K }>, "problems">;

async function readScenario(
  { name, files, givenAs }: Extract<Classified, { readonly kind: "scenario" | "domain" }>,
  engine: Pick<Engine, "ask">,
): Promise<Read<"scenario">> {
  // the bytes, not our text of them: what is wrong with an encoding is for the language to say
  const read = await engine.ask("read", { files }).answer;
  const { scenario } = read;
  const texts = textsOf(files);
  const known = (path: string): string => givenAs.get(path) ?? path;
  const diagnostics = read.diagnostics.map((each) => ({ ...each, at: { ...each.at, file: known(each.at.file) } }));
  const title = scenario?.agenda.title ?? writtenTitle(texts.get("scenario.yaml") ?? texts.get("scenario.yml")) ?? name;
  return {
    kind: "scenario",
    record: recordOf(title, texts),
    ...(scenario ? { scenario } : {}),
    diagnostics,
    texts: new Map([...texts].map(([path, text]) => [known(path), text])),
  };
}

/** Of so many files that nobody recognised it is asked whether they are YAML at all. */
const mostAsked = 20;

/** Why files that are named as YAML could not be recognised, if it is that they are none. */
async function brokenYaml(
  yamls: ReadonlyMap<string, Uint8Array>,
  engine: Pick<Engine, "ask">,
): Promise<Read<"diagnostics"> | undefined> {
  const broken: Diagnostic[] = [];
  const named = [...yamls].filter(([path]) => /\.ya?ml$/i.test(path)).slice(0, mostAsked);
  for (const [file, bytes] of named) {
    const { diagnostics } = await engine.ask("read", { files: new Map([["scenario.yaml", bytes]]) }).answer;
    // what it should say as a scenario is beside the point: it may be anything
    const syntax = diagnostics.filter(({ code }) => isSyntax.test(code));
    broken.push(...syntax.map((each) => ({ ...each, at: { ...each.at, file } })));
  }
  return broken.length > 0 ? { kind: "diagnostics", diagnostics: broken, texts: textsOf(new Map(named)) } : undefined;
}

const isSyntax = /^(yaml-syntax|invalid-utf8|control-character|bidi-character)$/;

function unknown({ given, seen }: Intake): Read<"unknown"> {
  return { kind: "unknown", given, seen };
}

async function readDomain(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
  engine: Pick<Engine, "ask">,
  domain: string | undefined,
): Promise<Read<"scenario"> | Read<"choose"> | Read<"diagnostics">> {
  const choose = domain === undefined ? {} : { domain };
  const { scenario, diagnostics } = await engine.ask("import-domain", { files, choose }).answer;
  const among = [...files].filter(([path, bytes]) => isDomainFile(path, bytes)).map(([path]) => path);
  if (domain === undefined && among.length > 1 && diagnostics.some(({ code }) => code === "import-several-domains"))
    return { kind: "choose", what: "domain", among: among.sort() };
  const texts = textsOf(files);
  if (!scenario) return { kind: "diagnostics", diagnostics, texts };
  const written = await engine.ask("write", { scenario }).answer;
  return { kind: "scenario", record: recordOf(scenario.agenda.title || name, written), scenario, diagnostics, texts };
}

function recordOf(title: string, texts: Texts): ScenarioRecord {
  const files = Object.fromEntries(texts);
  // the shelf writes version and date when it is saved
  return { id: newScenarioKey(), version: 0, changed: "", title, origin: { kind: "imported" }, files };
}

/** The title of an agenda that cannot be read as a whole. */
function writtenTitle(agenda: string | undefined): string | undefined {
  const written = /^title\s*:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(agenda ?? "")?.[2];
  return written && !/^[|>&*!#{[]/.test(written) ? written.slice(0, 200) : undefined;
}

function textsOf(files: ReadonlyMap<string, Uint8Array>): Texts {
  return new Map([...files].map(([path, bytes]) => [path, textOf(bytes)]));
}

/** Bytes that are no UTF-8 become the sign for that, which the editor shows and the language refuses. */
function textOf(bytes: Uint8Array): string {
  return decoded(bytes) ?? new TextDecoder().decode(bytes);
}
