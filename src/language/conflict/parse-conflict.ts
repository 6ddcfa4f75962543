import type { Conflict, ConflictLever, StateCondition } from "#model";
import { collectDiagnostics, type Diagnostics } from "../diagnostics.ts";
import { present } from "../present.ts";
import { checkShape } from "../schema/check-shape.ts";
import { readYaml, type YamlDocument } from "../text/yaml-document.ts";
import { type ConflictReader, conditionAt, placeOf, stateOf } from "./conflict-reader.ts";
import { conflictFile, type RawConflict } from "./conflict-schema.ts";
import type { ConflictAbout, ParsedConflict } from "./parsed-conflict.ts";
import { isImpossible, possibleStates } from "./possible-states.ts";
import { readPreferences, type StateSpace } from "./read-preferences.ts";

const most = { parties: 30, levers: 30, conditions: 500 } as const;

/**
 * Reads a conflict file (`entente.conflict/1`) and reports all its mistakes at once. Levers are grouped by party, in the
 * order of `parties`; those of one party stay in the order of the file.
 */
export function parseConflict(file: string, content: string | Uint8Array): ParsedConflict {
  const diagnostics = collectDiagnostics();
  const document = readYaml(file, content, diagnostics);
  // taken before entries with mistakes are taken out, so that mentions of those stay known
  const names = document && namesOf(document);
  const shaped = document && checkShape(conflictFile, document, blanks, diagnostics);
  if (!document || !shaped || !names) return { diagnostics: diagnostics.sorted() };
  const conflict = within(document, shaped.value, diagnostics)
    ? build({ document, diagnostics, ...names }, shaped.value)
    : undefined;
  if (!conflict || diagnostics.hasErrors()) return { diagnostics: diagnostics.sorted() };
  return { conflict, about: aboutOf(shaped.value), diagnostics: diagnostics.sorted() };
}

function build(reader: ConflictReader, raw: RawConflict): Conflict {
  const { document, diagnostics } = reader;
  const parties = document.keys(raw.parties).flatMap((id) => {
    const name = raw.parties[id];
    return name === undefined ? [] : [{ id, name }];
  });
  const levers = leversOf(reader, raw);
  const ordered: ConflictReader = { ...reader, levers: reader.levers && places(levers, reader.levers) };
  const conditions = impossibleOf(ordered, raw);
  const impossible = conditions.filter((each) => each !== undefined);
  const whole = !diagnostics.hasErrors();
  const space: StateSpace | undefined = whole ? { levers: levers.map(({ id }) => id), impossible } : undefined;
  if (whole && possibleStates(levers.length, impossible)?.length === 0)
    diagnostics.error("no-possible-state", document.keyAt(raw, "impossible"), () => ({
      message: "No state is left: `impossible` excludes them all.",
      fix: "Take out one of its conditions.",
    }));
  const preferences = raw.preferences ?? {};
  for (const id of document.keys(preferences)) placeOf(reader, "party", id, () => document.keyAt(preferences, id));
  return present({
    title: raw.title,
    parties,
    levers,
    impossible,
    preferences: parties.map(({ id }) => readPreferences(ordered, preferences, id, space)),
    coalitions: coalitionsOf(reader, raw),
    today: todayOf(ordered, raw, space),
  });
}

/** Grouped by party; a lever of an unknown party, which is reported, comes last. */
function leversOf(reader: ConflictReader, raw: RawConflict): readonly ConflictLever[] {
  const { document, diagnostics } = reader;
  const seen = new Map<string, number>();
  const levers = listOf(raw.levers).map((lever): ConflictLever => {
    const at = document.at(lever, "id");
    const first = seen.get(lever.id);
    if (first !== undefined)
      diagnostics.error("duplicate-id", at, () => ({
        message: `Two levers have the id "${lever.id}"; the first is on line ${first}.`,
        fix: "Give one of them another id.",
      }));
    else seen.set(lever.id, at.line);
    const party = placeOf(reader, "party", lever.party, () => document.at(lever, "party"));
    return {
      id: lever.id,
      name: lever.name ?? lever.id.replaceAll("_", " "),
      party: party ?? Number.MAX_SAFE_INTEGER,
      direction: lever.direction ?? "both",
    };
  });
  return levers.sort((a, b) => a.party - b.party);
}

/** The places of the levers once they are grouped; those that were taken out for their shape stay known. */
function places(levers: readonly ConflictLever[], known: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const grouped = new Map(levers.map(({ id }, index) => [id, index]));
  for (const id of known.keys()) if (!grouped.has(id)) grouped.set(id, grouped.size);
  return grouped;
}

function impossibleOf(reader: ConflictReader, raw: RawConflict): readonly (StateCondition | undefined)[] {
  const { impossible } = raw;
  if (impossible === undefined) return [];
  if (!Array.isArray(impossible)) return [conditionAt(reader, raw, "impossible")];
  return impossible.map((_, index) => conditionAt(reader, impossible, index));
}

function coalitionsOf(reader: ConflictReader, raw: RawConflict): readonly (readonly number[])[] {
  const { document, diagnostics } = reader;
  const seen = new Map<number, number>();
  return (raw.coalitions ?? []).map((group) =>
    group.flatMap((id, index) => {
      const at = document.at(group, index);
      const party = placeOf(reader, "party", id, () => at);
      const first = party === undefined ? undefined : seen.get(party);
      if (party === undefined) return [];
      if (first !== undefined)
        diagnostics.error("two-coalitions", at, () => ({
          message: `"${id}" stands in \`coalitions\` twice, first on line ${first}; a party joins one group.`,
          fix: "Keep it in one of them.",
        }));
      else seen.set(party, at.line);
      return [party];
    }),
  );
}

function todayOf(reader: ConflictReader, raw: RawConflict, space: StateSpace | undefined) {
  if (raw.today === undefined) return undefined;
  const code = stateOf(reader, raw.today);
  if (code !== undefined && space && isImpossible(code, space.impossible))
    reader.diagnostics.error("impossible-state", reader.document.keyAt(raw, "today"), () => ({
      message: "Today's state is one that `impossible` excludes.",
      fix: "Correct one of the two.",
    }));
  return code;
}

function within(document: YamlDocument, raw: RawConflict, diagnostics: Diagnostics): boolean {
  const sizes = [
    { key: "parties", count: document.keys(raw.parties).length, least: 1, limit: most.parties },
    { key: "levers", count: listOf(raw.levers).length, least: 1, limit: most.levers },
    { key: "impossible", count: listOf(raw.impossible ?? []).flat().length, least: 0, limit: most.conditions },
    ...document.keys(raw.preferences ?? {}).map((party) => {
      const list = raw.preferences?.[party];
      return {
        key: `preferences.${party}`,
        count: Array.isArray(list) ? list.length : 0,
        least: 0,
        limit: most.conditions,
      };
    }),
  ];
  for (const { key, count, least, limit } of sizes) {
    const [section = key, entry] = key.split(/\.(.*)/s);
    const at = () =>
      entry === undefined || raw.preferences === undefined
        ? document.keyAt(raw, section)
        : document.keyAt(raw.preferences, entry);
    if (count > limit)
      diagnostics.error("too-many", at(), () => ({
        message: `\`${key}\` has ${count} entries; at most ${limit} are read.`,
        fix: "Leave out what matters least: every lever doubles the number of states.",
      }));
    if (count < least && !diagnostics.hasErrors())
      diagnostics.error("empty-list", at(), () => ({ message: `\`${key}\` is empty.`, fix: "Write at least one." }));
  }
  return sizes.every(({ count, limit }) => count <= limit);
}

function namesOf({ raw, keys }: YamlDocument): Pick<ConflictReader, "parties" | "levers"> {
  if (typeof raw !== "object" || raw === null) return { parties: undefined, levers: undefined };
  const { parties, levers } = raw as Record<string, unknown>; // any object may be asked for any key
  const ids = listOf(levers).map((lever) =>
    typeof lever === "object" && lever !== null ? (lever as Record<string, unknown>).id : undefined,
  );
  return {
    parties:
      typeof parties === "object" && parties !== null && !Array.isArray(parties)
        ? new Map(keys(parties).map((id, index) => [id, index]))
        : undefined,
    // a lever whose id cannot be read might be any of those mentioned
    levers: ids.every((id) => typeof id === "string") ? new Map(ids.map((id, index) => [id, index])) : undefined,
  };
}

function aboutOf(raw: RawConflict): ConflictAbout {
  const sources = Object.entries(raw.sources ?? {}).map(([id, source]) => present({ id, ...source }));
  return present({ id: raw.id, note: raw.note, sources });
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T]; // Array.isArray does not narrow readonly arrays
}

/** What stands in for a missing key while the rest is checked. */
const blanks = {
  schema: "entente.conflict/1",
  id: "x",
  title: "-",
  parties: {},
  levers: [],
};
