import type { Intake } from "./intake.ts";
import { decoded, isDomainPart, isSealed, type YamlKind, yamlKind } from "./sniff.ts";

/** What was given, judged by what is in it. */
export type Classified =
  | {
      readonly kind: "scenario" | "domain";
      readonly name: string;
      readonly files: ReadonlyMap<string, Uint8Array>;
      /** How the reader knows the files that were laid out under another name: "scenario.yaml" may be "speech.yaml". */
      readonly givenAs: ReadonlyMap<string, string>;
    }
  /** Several things that could be opened: ask which, and classify again with its place. */
  | { readonly kind: "several"; readonly places: readonly Place[] }
  | { readonly kind: "sheet"; readonly file: string; readonly bytes: Uint8Array }
  /** Of several parties, and no scenario with them. */
  | { readonly kind: "sheets"; readonly given: readonly string[] }
  | { readonly kind: "sealed-sheet"; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: "shelf"; readonly file: Blob }
  /** None of the files is one that Entente knows; `yamls` are those that might have been, were they in order. */
  | { readonly kind: "unknown"; readonly yamls: ReadonlyMap<string, Uint8Array> }
  /** There was no file, or nothing in the one there was. */
  | { readonly kind: "empty"; readonly given: string; readonly what: "file" | "folder" }
  /** Every file there was had a problem, which says why. */
  | { readonly kind: "none-taken" };

/** A folder that holds a scenario or a domain, or a YAML file that is a scenario's: "" is the folder that was given. */
export type Place = { readonly kind: "scenario" | "domain"; readonly path: string };

/** As the command line decides: the folder itself if it is a scenario, else if it is a domain, else what lies in it. */
export async function classify(intake: Intake, chosen?: string): Promise<Classified> {
  const { single, files } = intake;
  if (single) {
    const head = await single.blob.slice(0, 4096).text();
    // by what it says it is, so that a shelf file with a mistake is judged as one
    if (/^\s*\{\s*"schema"\s*:\s*"entente\.shelf\//.test(head)) return { kind: "shelf", file: single.blob };
  }
  const [first] = files;
  if (files.size === 0 && intake.problems.length > 0) return { kind: "none-taken" };
  if (intake.seen.length === 0) return { kind: "empty", given: intake.given, what: "folder" };
  if (single?.blob.size === 0) return { kind: "empty", given: single.name, what: "file" };
  if (files.size === 1 && first && isSealed(first[1])) return { kind: "sealed-sheet", file: first[0], bytes: first[1] };
  const yamls = new Map([...files].flatMap(([path, bytes]) => (isYaml(path, intake) ? [[path, yamlKind(bytes)]] : [])));
  const places = placesOf(files, yamls);
  const place =
    chosen === undefined
      ? (places.find(({ path }) => path === "") ?? (places.length === 1 ? places[0] : undefined))
      : places.find(({ path }) => path === chosen);
  if (place) return opened(place, intake, yamls);
  if (places.length > 0) return { kind: "several", places };
  const sheets = [...yamls].filter(([, kind]) => kind === "sheet");
  const [sheet] = sheets;
  if (sheet && sheets.length === 1) return { kind: "sheet", file: sheet[0], bytes: files.get(sheet[0])! };
  if (sheets.length > 1) return { kind: "sheets", given: sheets.map(([path]) => path) };
  return { kind: "unknown", yamls: new Map([...yamls.keys()].map((path) => [path, files.get(path)!])) };
}

type Yamls = ReadonlyMap<string, YamlKind>;

function isYaml(path: string, { single }: Intake): boolean {
  return /\.ya?ml$/i.test(path) || (single !== undefined && /(\.txt|^[^.]*)$/i.test(path));
}

function placesOf(files: Intake["files"], yamls: Yamls): readonly Place[] {
  const folders = [...new Set([...files.keys()].map(folderOf))].sort((a, b) => (a < b ? -1 : 1));
  const places: Place[] = [];
  for (const folder of folders) {
    // the sheets and maps of a scenario that was found are no scenarios of their own
    if (places.some(({ kind, path }) => kind === "scenario" && isBelow(folder, path))) continue;
    const within = [...files].filter(([path]) => folderOf(path) === folder);
    const agendas = within.filter(([path]) => yamls.get(path) === "scenario").map(([path]) => path);
    if (within.some(([path]) => isAgendaName(path)) || agendas.length === 1)
      places.push({ kind: "scenario", path: folder });
    else if (agendas.length > 1) places.push(...agendas.map((path): Place => ({ kind: "scenario", path })));
    else if (within.some(([path, bytes]) => isDomainPart(path, bytes))) places.push({ kind: "domain", path: folder });
  }
  return places;
}

function opened({ kind, path: place }: Place, { files, name }: Intake, yamls: Yamls): Classified {
  const folder = files.has(place) ? folderOf(place) : place;
  const prefix = folder === "" ? "" : `${folder}/`;
  const own = place === "" ? name : baseName(place).replace(/\.ya?ml$/i, "");
  const inside = [...files].filter(([path]) => path.startsWith(prefix));
  const inner = (path: string): string => path.slice(prefix.length);
  if (kind === "domain") {
    const beside = inside.filter(([path]) => !inner(path).includes("/"));
    const bare = new Map(beside.map(([path, bytes]) => [inner(path), bytes]));
    return { kind, name: own, files: bare, givenAs: new Map() };
  }
  const agenda =
    (files.has(place) ? place : undefined) ??
    inside.map(([path]) => path).find((path) => folderOf(path) === folder && isAgendaName(path)) ??
    inside.map(([path]) => path).find((path) => folderOf(path) === folder && yamls.get(path) === "scenario");
  const taken = new Set(inside.map(([path]) => inner(path)));
  const laidOut = inside.flatMap(([path, bytes]): readonly LaidOut[] => {
    if (path === agenda) return [[isAgendaName(path) ? inner(path) : "scenario.yaml", bytes, inner(path)]];
    const loose = folderOf(path) === folder ? yamls.get(path) : undefined;
    if (loose === "scenario") return []; // another one, which was not chosen
    // sheets and parts of a map that lie beside the agenda, as when files were dropped one by one
    if (loose === "sheet" && !taken.has(`sheets/${inner(path)}`))
      return [[`sheets/${inner(path)}`, bytes, inner(path)]];
    const isOfMap = loose === "layers" || (/\.geojson$/i.test(path) && folderOf(path) === folder);
    const inMap = loose === "layers" ? "map/layers.yaml" : `map/${inner(path)}`;
    if (isOfMap && !taken.has(inMap)) return [[inMap, bytes, inner(path)]];
    return [[inner(path), bytes, inner(path)]];
  });
  const texts = laidOut.filter(([path, bytes]) => isText(path, bytes));
  return {
    kind,
    name: own,
    files: new Map(texts.map(([path, bytes]) => [path, bytes])),
    givenAs: new Map(texts.filter(([path, , given]) => path !== given).map(([path, , given]) => [path, given])),
  };
}

/** Where it lies in the scenario, its bytes, and where it lay when it was given. */
type LaidOut = readonly [path: string, bytes: Uint8Array, given: string];

/** A record holds texts. A broken YAML file is one still: the language says what is wrong with it. */
function isText(path: string, bytes: Uint8Array): boolean {
  return /\.ya?ml$/i.test(path) || decoded(bytes) !== undefined;
}

function isAgendaName(path: string): boolean {
  return /^scenario\.ya?ml$/.test(baseName(path));
}

function isBelow(folder: string, place: string): boolean {
  return place === "" || folder === place || folder.startsWith(`${place}/`);
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
