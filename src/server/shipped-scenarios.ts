import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Agenda } from "#model";
import type { ShippedCard, ShippedList, ShippedScenario } from "#wire";
import { readScenarioFolder, versionOf } from "./read-scenario-folder.ts";

export type ShippedScenarios = {
  readonly list: () => Promise<ShippedList>;
  /** The scenario's files; nothing unless the id is one of the list's. */
  readonly read: (id: string) => ShippedScenario | undefined;
};

/** The scenarios below a folder, read when they are asked for: one that was changed is seen without a new start. */
export function shippedScenarios(folder: string): ShippedScenarios {
  const cards = new Map<string, { readonly version: string; readonly card: Promise<ShippedCard> }>();

  function cardOf(id: string): Promise<ShippedCard> {
    const version = versionOf(join(folder, id));
    const known = cards.get(id);
    if (known?.version === version) return known.card;
    const card = readCard(folder, id);
    cards.set(id, { version, card });
    return card;
  }

  return {
    list: async () => {
      const scenarios: ShippedCard[] = [];
      for (const id of idsIn(folder)) scenarios.push(await cardOf(id));
      return { schema: "entente.shipped/1", scenarios };
    },
    read: (id) =>
      // only what was found by looking: no path is ever made from what a request says
      idsIn(folder).includes(id)
        ? {
            schema: "entente.shipped-scenario/1",
            id,
            files: Object.fromEntries(readScenarioFolder(join(folder, id))),
          }
        : undefined,
  };
}

/** Folders with a scenario.yaml, and those inside a folder without one: "ukraine-2025", "textbook/no-deal". */
function idsIn(folder: string): readonly string[] {
  const isScenario = (id: string): boolean =>
    statSync(join(folder, id, "scenario.yaml"), { throwIfNoEntry: false })?.isFile() === true;
  const top = foldersIn(folder);
  const nested = top
    .filter((name) => !isScenario(name))
    .flatMap((group) => foldersIn(join(folder, group)).map((name) => `${group}/${name}`));
  return [...top, ...nested].filter(isScenario);
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return []; // no such folder, or not ours to read: nothing is shipped from it
  }
}

async function readCard(folder: string, id: string): Promise<ShippedCard> {
  await new Promise(setImmediate); // the page itself may be sent between two of them
  // not before the server listens: the language is the larger part of what there is to load
  const { parseScenario } = await import("#language");
  const { scenario } = parseScenario(readScenarioFolder(join(folder, id)));
  if (!scenario) return unreadable(id);
  const { agenda } = scenario;
  return {
    id,
    title: agenda.title,
    summary: agenda.summary,
    asOf: agenda.asOf,
    status: agenda.status,
    parties: agenda.parties.map((party) => ({ id: party.id, name: party.name })),
    issues: agenda.issues.length,
    packages: scenario.packages.length,
    combinations: combinationsOf(agenda),
  };
}

/** A scenario with mistakes is listed all the same: opened, it shows them. */
function unreadable(id: string): ShippedCard {
  const summary = "Its files have mistakes. Open it to see them.";
  return { id, title: id, summary, asOf: "", status: "", parties: [], issues: 0, packages: 0, combinations: "0" };
}

function combinationsOf({ issues }: Agenda): string {
  return issues.reduce((product, { options }) => product * BigInt(options.length), 1n).toString();
}
