import type { ParsedScenario } from "#language";
import type { ShippedScenario } from "#wire";
import { pageEngine } from "../engine/page-engine.ts";
import { shippedId } from "../shelf/scenario-key.ts";

export type ReadScenario = { readonly files: Readonly<Record<string, string>>; readonly parsed: ParsedScenario };

const begun = new Map<string, Promise<ReadScenario | undefined>>();

/**
 * Asks for the scenario of the page's address, and starts the engine's workers, before the page's own code is there: what
 * takes longest runs beside what loads.
 */
export function beginOpening(pathname: string): void {
  const key = /^\/s\/([^/]+)/.exec(pathname)?.[1];
  if (key === undefined) return;
  pageEngine.prepare(["read", "deal"]);
  const id = shippedId(key);
  if (id === undefined) return;
  const opening = readShipped(id);
  opening.catch(() => {}); // told to whoever opens it
  begun.set(id, opening);
}

/** A scenario that comes with Entente, from the server and read; undefined when none has this id. */
export function openShipped(id: string): Promise<ReadScenario | undefined> {
  const opening = begun.get(id) ?? readShipped(id);
  begun.delete(id); // once: opened again, it is read anew
  return opening;
}

async function readShipped(id: string): Promise<ReadScenario | undefined> {
  const response = await fetch(`/scenarios/${id}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for this scenario.`);
  const found: ShippedScenario = await response.json(); // our own server's contract
  return readFiles(found.files);
}

export async function readFiles(files: ReadScenario["files"]): Promise<ReadScenario> {
  return { files, parsed: await pageEngine.ask("read", { files: new Map(Object.entries(files)) }).answer };
}
