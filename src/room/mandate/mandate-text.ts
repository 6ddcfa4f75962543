import { err, ok, type Result } from "#prelude";
import { isInstant } from "../instant.ts";
import { levels } from "../seat.ts";
import type { Instruction, Mandate, MandateItem } from "./mandate.ts";

/** The most a mandate's text may have, in characters. */
export const longestMandateText = 200_000;

/** The one text of a mandate: what is sealed. Keys in a fixed order, no spaces. */
export function mandateText({ delegation, instructions }: Mandate): string {
  return JSON.stringify({ schema: "entente.mandate/1", delegation, instructions: instructions.map(plainInstruction) });
}

/** Only a text that `mandateText` writes is read; otherwise every mistake is named by its place. */
export function readMandate(text: string): Result<Mandate, readonly string[]> {
  if (text.length > longestMandateText) return err([`A mandate has at most ${longestMandateText} characters.`]);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err(["This is not JSON."]);
  }
  const mistakes: string[] = [];
  const mandate = readWhole(raw, mistakes);
  if (mandate === undefined || mistakes.length > 0) return err(mistakes);
  if (mandateText(mandate) !== text) {
    return err(["This is not in the form that a mandate is written in: no spaces, no doubled keys, a fixed order."]);
  }
  return ok(mandate);
}

type Fields = Readonly<Record<string, unknown>>;

function readWhole(raw: unknown, mistakes: string[]): Mandate | undefined {
  const fields = fieldsOf(raw, ["schema", "delegation", "instructions"], [], "the mandate", mistakes);
  if (fields === undefined) return;
  if (fields.schema !== "entente.mandate/1") mistakes.push('"schema" is not entente.mandate/1.');
  const { delegation } = fields;
  if (!isText(delegation)) mistakes.push('"delegation" is not a text.');
  if (!Array.isArray(fields.instructions)) mistakes.push('"instructions" is not a list.');
  if (!isText(delegation) || !Array.isArray(fields.instructions)) return;
  const instructions = fields.instructions.flatMap((each: unknown, at) => {
    return readInstruction(each, `instructions[${at}]`, mistakes) ?? [];
  });
  if (new Set(instructions.map(({ id }) => id)).size < instructions.length)
    mistakes.push("Two instructions share an id.");
  return { delegation, instructions };
}

function readInstruction(raw: unknown, where: string, mistakes: string[]): Instruction | undefined {
  const fields = fieldsOf(raw, ["id", "by", "at", "items"], ["note"], where, mistakes);
  if (fields === undefined) return;
  const { id, by, at, items, note } = fields;
  if (!isText(id)) mistakes.push(`${where}.id is not a text.`);
  if (!isText(by)) mistakes.push(`${where}.by is not a text.`);
  if (!isText(at) || !isInstant(at)) mistakes.push(`${where}.at is not a moment such as 2026-11-23T13:00:00.000Z.`);
  if (note !== undefined && !isText(note)) mistakes.push(`${where}.note is not a text.`);
  if (!Array.isArray(items)) mistakes.push(`${where}.items is not a list.`);
  if (!isText(id) || !isText(by) || !isText(at) || !Array.isArray(items)) return;
  return {
    id,
    by,
    at,
    items: items.flatMap((each: unknown, place) => readItem(each, `${where}.items[${place}]`, mistakes) ?? []),
    ...(isText(note) ? { note } : {}),
  };
}

function readItem(raw: unknown, where: string, mistakes: string[]): MandateItem | undefined {
  const kind = isFields(raw) ? raw.kind : undefined;
  switch (kind) {
    case "floor": {
      const least = fieldsOf(raw, ["kind", "least"], [], where, mistakes)?.least;
      if (least === null || (typeof least === "number" && Number.isFinite(least))) return { kind, least };
      mistakes.push(`${where}.least is neither a number nor null.`);
      return;
    }
    case "level": {
      const level = fieldsOf(raw, ["kind", "level"], [], where, mistakes)?.level;
      const known = level === null ? null : levels.find((each) => each === level);
      if (known !== undefined) return { kind, level: known };
      mistakes.push(`${where}.level is neither null nor one of ${levels.join(", ")}.`);
      return;
    }
    case "expires": {
      const at = fieldsOf(raw, ["kind", "at"], [], where, mistakes)?.at;
      if (at === null || (isText(at) && isInstant(at))) return { kind, at };
      mistakes.push(`${where}.at is neither a moment nor null.`);
      return;
    }
    case "allowed":
    case "forbidden":
    case "needs clearance":
    case "cleared": {
      const fields = fieldsOf(raw, ["kind", "issue", "options"], [], where, mistakes);
      const { issue, options } = fields ?? {};
      if (isText(issue) && Array.isArray(options) && options.every(isText)) return { kind, issue, options };
      mistakes.push(`${where} does not name an issue and a list of options.`);
      return;
    }
    default:
      mistakes.push(`${where}.kind is none of the kinds of a mandate's items.`);
      return;
  }
}

/** Exactly these keys, the optional ones if they are there. */
function fieldsOf(
  raw: unknown,
  keys: readonly string[],
  optional: readonly string[],
  where: string,
  mistakes: string[],
): Fields | undefined {
  if (!isFields(raw)) {
    mistakes.push(`${where} is not an object.`);
    return;
  }
  for (const key of keys) if (!Object.hasOwn(raw, key)) mistakes.push(`${where} lacks "${key}".`);
  for (const key of Object.keys(raw)) {
    if (!keys.includes(key) && !optional.includes(key)) mistakes.push(`${where} has a key that is not known.`);
  }
  return raw;
}

function isFields(raw: unknown): raw is Fields {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function isText(raw: unknown): raw is string {
  return typeof raw === "string" && raw !== "";
}

function plainInstruction({ id, by, at, items, note }: Instruction): unknown {
  return { id, by, at, items: items.map(plainItem), ...(note === undefined ? {} : { note }) };
}

/** Keys in the order of the type, whatever order the object has. */
function plainItem(item: MandateItem): MandateItem {
  switch (item.kind) {
    case "floor":
      return { kind: item.kind, least: item.least };
    case "level":
      return { kind: item.kind, level: item.level };
    case "expires":
      return { kind: item.kind, at: item.at };
    default:
      return { kind: item.kind, issue: item.issue, options: item.options };
  }
}
