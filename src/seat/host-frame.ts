import type { HostFrame } from "#wire";

type Tag = HostFrame["t"];

/** For each frame the members that this client looks into, by type. */
const shapes: Readonly<Record<Tag, Readonly<Record<string, "text" | "number" | "list" | "truth">>>> = {
  welcome: { seat: "text", now: "text", streams: "list" },
  entries: { stream: "text", kind: "text", entries: "list" },
  gone: { stream: "text" },
  done: { key: "text", stream: "text", version: "number" },
  refused: { key: "text", rule: "text", message: "text" },
  "not done": { key: "text" },
  here: { seats: "list" },
  bye: { message: "text", again: "truth" },
};

/** The host's frame, or undefined if it is none that this client knows: a later host may have more of them. */
export function readHostFrame(text: string): HostFrame | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(raw) || typeof raw.t !== "string" || !Object.hasOwn(shapes, raw.t)) return undefined;
  const shape = shapes[raw.t as Tag]; // one of its keys, just checked
  const fits = Object.entries(shape).every(([name, kind]) => isOf(kind, raw[name]));
  const lists = [raw.entries, raw.streams].flatMap((list) => (Array.isArray(list) ? list : []));
  // each member that is read has the type that the frame names; what entries hold is checked where they are taken up
  return fits && lists.every(isObject) ? (raw as unknown as HostFrame) : undefined;
}

function isOf(kind: "text" | "number" | "list" | "truth", value: unknown): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "number":
      return Number.isSafeInteger(value);
    case "list":
      return Array.isArray(value);
    case "truth":
      return typeof value === "boolean";
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
