import { randomUuid } from "./random-uuid.ts";

/**
 * How the address names a scenario. One that comes with Entente: its id with "/" written "~" ("textbook~no-deal").
 * One of the reader's own: "own-" and a UUID, which is also the id of its record.
 */
export type ScenarioKey = string;

export type ScenarioAddress =
  | { readonly kind: "shipped"; readonly id: string }
  | { readonly kind: "own"; readonly id: ScenarioKey };

const ownKey = /^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Each part of a shipped id: nothing that climbs out of the folder of scenarios. */
const shippedKey = /^[A-Za-z0-9][\w.-]*(~[A-Za-z0-9][\w.-]*)*$/;

/** The key of a scenario that comes with Entente: "textbook/no-deal" is "textbook~no-deal". */
export function scenarioKey(shipped: string): ScenarioKey {
  return shipped.replaceAll("/", "~");
}

/** The key, and the record's id, of a new scenario of the reader's own. */
export function newScenarioKey(): ScenarioKey {
  return `own-${randomUuid()}`;
}

export function formatScenarioKey(address: ScenarioAddress): ScenarioKey {
  return address.kind === "own" ? address.id : scenarioKey(address.id);
}

/** Undefined for what is no key at all. */
export function parseScenarioKey(key: string): ScenarioAddress | undefined {
  if (key.startsWith("own-")) return ownKey.test(key) ? { kind: "own", id: key } : undefined;
  return shippedKey.test(key) && key.length <= 200 ? { kind: "shipped", id: key.replaceAll("~", "/") } : undefined;
}

/** The shipped scenario of the key; undefined for one of the reader's own, and for what is no key. */
export function shippedId(key: string): string | undefined {
  const address = parseScenarioKey(key);
  return address?.kind === "shipped" ? address.id : undefined;
}
