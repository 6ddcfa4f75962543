import * as z from "zod";
import "../jitless.ts";
import type {
  PackageRecord,
  RecordKind,
  RecordOf,
  ScenarioRecord,
  SheetRecord,
  ShelfFileProblem,
  VisitRecord,
} from "./shelf.ts";

export const shelfSchema = "entente.shelf/1";
export const largestShelfFile = 200 * 1024 * 1024;
const deepest = 64;
const mostProblems = 100;

export type ShelfRecords = { readonly [K in RecordKind]: readonly RecordOf<K>[] };
export type ReadShelfFile =
  | { readonly ok: true; readonly records: ShelfRecords }
  | { readonly ok: false; readonly problems: readonly ShelfFileProblem[] };

const stored = { id: z.string().min(1).max(500), version: z.number(), changed: z.string() };

const scenario = z.strictObject({
  ...stored,
  title: z.string(),
  origin: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["imported", "new"]) }),
    z.strictObject({ kind: z.literal("copy"), of: z.string() }),
  ]),
  files: z.record(z.string(), z.string()),
}) satisfies z.ZodType<ScenarioRecord>;
const packaged = z.strictObject({
  ...stored,
  scenario: z.string(),
  name: z.string(),
  choices: z.record(z.string(), z.string()),
  note: z.string().exactOptional(),
}) satisfies z.ZodType<PackageRecord>;
const sheet = z.strictObject({
  ...stored,
  scenario: z.string(),
  name: z.string(),
  // of the right outline only: what a draft says is judged where drafts are (#elicitation), when one is opened
  draft: z.custom<SheetRecord["draft"]>(isObject, { error: "a sheet's draft must be an object" }),
}) satisfies z.ZodType<SheetRecord>;
const visit = z.strictObject(stored) satisfies z.ZodType<VisitRecord>;

const shelfFile = z.strictObject({
  schema: z.literal(shelfSchema),
  exported: z.string(),
  records: z.strictObject({
    scenario: z.array(scenario),
    package: z.array(packaged),
    sheet: z.array(sheet),
    visit: z.array(visit),
  }),
});

/** Written record by record: one text of everything could be longer than a browser allows. */
export function writeShelfFile(records: ShelfRecords, exported: string): Blob {
  const kinds: readonly RecordKind[] = ["scenario", "package", "sheet", "visit"];
  const parts = kinds.flatMap((kind, place) => [
    `${place === 0 ? "" : ",\n"}"${kind}": [`,
    ...records[kind].flatMap((record, index) => [index === 0 ? "\n" : ",\n", JSON.stringify(record)]),
    "]",
  ]);
  const head = `{"schema": "${shelfSchema}", "exported": ${JSON.stringify(exported)}, "records": {\n`;
  return new Blob([head, ...parts, "\n}}\n"], { type: "application/json" });
}

/** Every record of the file, or everything that is wrong with it. Anybody's, until it is checked. */
export async function readShelfFile(file: Blob): Promise<ReadShelfFile> {
  if (file.size > largestShelfFile) return refused({ where: "", what: "too-large", detail: "200" });
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch (error) {
    return refused({ where: "", what: "not-json", detail: error instanceof Error ? error.message : "" });
  }
  const schema = isObject(content) && "schema" in content ? content.schema : undefined;
  if (typeof schema !== "string" || !schema.startsWith("entente.shelf/"))
    return refused({ where: "", what: "not-a-shelf", detail: "" });
  if (schema !== shelfSchema) return refused({ where: "schema", what: "newer-schema", detail: schema.slice(0, 40) });
  const odd = oddities(content);
  if (odd.length > 0) return { ok: false, problems: firstOf(odd) };
  const checked = shelfFile.safeParse(content);
  if (!checked.success) return { ok: false, problems: firstOf(checked.error.issues.flatMap(problemsOf)) };
  const twice = repeated(checked.data.records);
  return twice.length > 0 ? { ok: false, problems: firstOf(twice) } : { ok: true, records: checked.data.records };
}

function refused(problem: ShelfFileProblem): ReadShelfFile {
  return { ok: false, problems: [problem] };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What would abort the page or be lost on the way: too deep a nest, and a key that every object already has. */
function oddities(content: unknown): readonly ShelfFileProblem[] {
  const found: ShelfFileProblem[] = [];
  const open: { readonly value: unknown; readonly depth: number; readonly where: readonly PropertyKey[] }[] = [
    { value: content, depth: 0, where: [] },
  ];
  for (let next = open.pop(); next && found.length <= mostProblems; next = open.pop()) {
    const { value, depth, where } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepest) {
      found.push({ where: placeOf(where.slice(0, 4)), what: "too-deep", detail: String(deepest) });
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      const place = [...where, Array.isArray(value) ? Number(key) : key];
      if (key === "__proto__") found.push({ where: placeOf(place), what: "reserved-key", detail: key });
      open.push({ value: inner, depth: depth + 1, where: place });
    }
  }
  return found;
}

function problemsOf(issue: z.core.$ZodIssue): readonly ShelfFileProblem[] {
  const where = placeOf(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ where, what: "unknown-key", detail: key.slice(0, 100) }));
  return [{ where, what: "wrong-value", detail: issue.message }];
}

function repeated(records: ShelfRecords): readonly ShelfFileProblem[] {
  return Object.entries(records).flatMap(([kind, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }, index): readonly ShelfFileProblem[] => {
      if (seen.has(id)) return [{ where: `records.${kind}[${index}].id`, what: "twice", detail: id.slice(0, 100) }];
      seen.add(id);
      return [];
    });
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step).slice(0, 60)}`));
  return steps.join("").replace(/^\./, "");
}

function firstOf(problems: readonly ShelfFileProblem[]): readonly ShelfFileProblem[] {
  if (problems.length <= mostProblems) return problems;
  const rest = problems.length - mostProblems;
  return [...problems.slice(0, mostProblems), { where: "", what: "more", detail: String(rest) }];
}
