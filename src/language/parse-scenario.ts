import type { PartyId, PreferenceSheet, Scenario } from "#model";
import type { Diagnostic } from "#prelude";
import { buildAgenda } from "./build/build-agenda.ts";
import { buildClaims } from "./build/build-claims.ts";
import { buildPackages } from "./build/build-packages.ts";
import { buildSheet } from "./build/build-sheet.ts";
import { checkLimits } from "./build/limits.ts";
import type { LineNames } from "./build/line-names.ts";
import { type Names, namesOfRaw } from "./build/names.ts";
import { collectDiagnostics, type Diagnostics } from "./diagnostics.ts";
import { readDurability } from "./durability/read-durability.ts";
import { readMap } from "./map/read-map.ts";
import { sheetBlanks } from "./parse-sheet.ts";
import { present } from "./present.ts";
import { checkRules } from "./rules/check-rules.ts";
import { checkShape } from "./schema/check-shape.ts";
import { scenarioFile } from "./schema/scenario-schema.ts";
import { type RawSheet, sheetFile } from "./schema/sheet-schema.ts";
import { readYaml, type YamlDocument } from "./text/yaml-document.ts";

/** The files of a scenario's folder by relative path. Read are scenario.yaml, the YAML files under sheets/, durability.yaml, map/layers.yaml and map/*.geojson. */
export type ScenarioFiles = ReadonlyMap<string, string | Uint8Array>;

export type ParsedScenario = {
  /** Present when there is no error; there may be warnings. */
  readonly scenario?: Scenario;
  /** Every mistake of every file, by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads a scenario's folder and reports all its mistakes at once. */
export function parseScenario(files: ScenarioFiles): ParsedScenario {
  const diagnostics = collectDiagnostics();
  const agendaFile = readAgendaFile(files, diagnostics);
  // beyond the limits nothing is checked against the agenda: it could take very long
  const within = agendaFile?.shaped && checkLimits({ ...agendaFile, diagnostics }, agendaFile.shaped.value);
  const names = within ? agendaFile?.names : undefined;
  const sheetFiles = [...files.keys()].filter(isSheetPath).sort(); // one order on every machine
  const sheets = sheetFiles.map((file) => readSheetFile(file, files.get(file)!, names, diagnostics));
  checkOneSheetEach(sheets, diagnostics);
  const { durability, names: durabilityNames } = readDurability(files, names, diagnostics);
  const { map, tiers } = readMap(files, names, diagnostics);
  const agenda = agendaFile?.shaped;
  if (!agendaFile || !agenda || !names) return { diagnostics: diagnostics.sorted() };
  const reader = { document: agendaFile.document, names, diagnostics };
  const built = buildAgenda(reader, agenda.value);
  const scenario: Scenario = present({
    agenda: built,
    sheets: built.parties.flatMap(({ id }) => sheets.flatMap(({ sheet }) => (sheet?.party === id ? [sheet] : []))),
    packages: buildPackages(reader, agenda.value),
    claims: buildClaims({
      reader,
      scenario: agenda.value,
      lines: lineNames(names, sheets),
      durability: durabilityNames,
      tiers,
    }),
    durability,
    map,
  });
  if (agenda.whole && !diagnostics.hasErrors(agendaFile.document.file)) checkRules(reader, agenda.value, built);
  return { ...(diagnostics.hasErrors() ? {} : { scenario }), diagnostics: diagnostics.sorted() };
}

export function isSheetPath(path: string): boolean {
  return /^sheets\/.+\.ya?ml$/.test(path);
}

function readAgendaFile(files: ScenarioFiles, diagnostics: Diagnostics) {
  const path = ["scenario.yaml", "scenario.yml"].find((name) => files.has(name));
  if (path === undefined) {
    diagnostics.error("missing-agenda", { file: "scenario.yaml", line: 1, column: 1 }, () => ({
      message: "The folder has no scenario.yaml.",
      fix: "Write one, or name the folder that holds it.",
    }));
    return undefined;
  }
  const document = readYaml(path, files.get(path)!, diagnostics);
  if (!document) return undefined;
  if (typeof document.raw !== "object" || document.raw === null) {
    checkShape(scenarioFile, document, scenarioBlanks, diagnostics); // says that it must be a map
    return undefined;
  }
  // names are taken before entries with mistakes are taken out, so that mentions of those stay known
  const names = namesOfRaw(document.raw, document);
  return { document, names, shaped: checkShape(scenarioFile, document, scenarioBlanks, diagnostics) };
}

type SheetFile = {
  readonly document: YamlDocument | undefined;
  readonly raw: RawSheet | undefined;
  readonly sheet: PreferenceSheet | undefined;
  /** Nothing of the sheet had to be left out. */
  readonly whole: boolean;
};

function readSheetFile(
  file: string,
  content: string | Uint8Array,
  names: Names | undefined,
  diagnostics: Diagnostics,
): SheetFile {
  const document = readYaml(file, content, diagnostics);
  const shaped = document && checkShape(sheetFile, document, sheetBlanks(names), diagnostics);
  const sheet = shaped && buildSheet({ document, names, diagnostics }, shaped.value);
  return { document, raw: shaped?.value, sheet, whole: shaped?.whole ?? false };
}

function checkOneSheetEach(sheets: readonly SheetFile[], diagnostics: Diagnostics): void {
  const first = new Map<PartyId, string>();
  for (const { document, raw } of sheets) {
    if (!document || !raw || !document.keys(raw).includes("party")) continue;
    const before = first.get(raw.party);
    if (before === undefined) first.set(raw.party, document.file);
    else
      diagnostics.error("two-sheets", document.at(raw, "party"), () => ({
        message: `"${raw.party}" already has a sheet: ${before}.`,
        fix: "Keep one sheet for each party; lay a rival estimate beside it as another scenario.",
      }));
  }
}

function lineNames(names: Names, sheets: readonly SheetFile[]): LineNames {
  const byParty = new Map<PartyId, Set<string>>();
  for (const { sheet } of sheets) {
    if (!sheet) continue;
    const ids = byParty.get(sheet.party) ?? new Set();
    for (const { id } of [...sheet.redLines, ...sheet.floors]) ids.add(id);
    byParty.set(sheet.party, ids);
  }
  const unseen = new Set([...(names.parties ?? [])].filter((party) => !byParty.has(party)));
  return { byParty, unseen, complete: names.parties !== undefined && sheets.every(({ whole }) => whole) };
}

/** What stands in for a missing key while the rest of the agenda is checked. */
const scenarioBlanks = {
  schema: "entente.scenario/1",
  id: "x",
  title: "-",
  as_of: "2000-01-01",
  parties: {},
  issues: {},
};
