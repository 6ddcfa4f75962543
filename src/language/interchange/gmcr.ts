import type { Conflict, Preferences, StateCondition } from "#model";
import type { ParsedConflict } from "../conflict/parsed-conflict.ts";
import { conditionKey, isImpossible, possibleStates } from "../conflict/possible-states.ts";
import { collectDiagnostics } from "../diagnostics.ts";
import { present } from "../present.ts";
import { readText } from "../text/readable-text.ts";
import { gmcrCoalitions } from "./gmcr-coalitions.ts";
import { gmcrCondition } from "./gmcr-condition.ts";
import { type GmcrMistakes, gmcrMistakes, itemsOf, type JsonObject, objectOf, wrongShape } from "./gmcr-node.ts";
import { gmcrNotes } from "./gmcr-notes.ts";
import { type GmcrOptions, type GmcrUnowned, gmcrOptions } from "./gmcr-options.ts";
import { isChromeApp } from "./gmcr-other-program.ts";
import { gmcrRanking } from "./gmcr-ranking.ts";
import { readJson } from "./json-document.ts";

/** Conditions of each list of one file. */
const mostConditions = 500;

/**
 * Reads a conflict from the save file of gmcr-py (.gmcr). Options are re-ordered by their owners; a state's code is the
 * sum of 2^k over the options taken in that order, and rankings number the possible states from 1 by ascending code.
 * All mistakes are reported at once. Statements that repeat an earlier one are dropped with a warning: they change
 * nothing. Misperceptions and payoffs are not read, with a warning.
 */
export function parseGmcr(file: string, content: string | Uint8Array): ParsedConflict {
  const diagnostics = collectDiagnostics();
  const text = readText(file, content, diagnostics);
  if (text === undefined) return { diagnostics: diagnostics.sorted() };
  const json = readJson(file, text);
  if (!json.ok) return { diagnostics: [json.error] };
  const conflict = readConflict(file, json.value, gmcrMistakes(diagnostics));
  if (!conflict || diagnostics.hasErrors()) return { diagnostics: diagnostics.sorted() };
  return { conflict, about: { sources: [] }, diagnostics: diagnostics.sorted() };
}

function readConflict(
  file: string,
  json: Parameters<typeof objectOf>[0],
  mistakes: GmcrMistakes,
): Conflict | undefined {
  const root = objectOf(json, "This file", mistakes);
  if (!root) return undefined;
  if (isChromeApp(root))
    return mistakes.error(
      root.at,
      "gmcr-other-program",
      "This is a conflict of the GMCR Chrome app, which writes another JSON than gmcr-py: its options say `reversible`, and its parties have no preferences.",
      "Write the conflict anew in Entente's own format, or enter it in gmcr-py and save it there.",
    );
  const notes = gmcrNotes(root, mistakes);
  const read = gmcrOptions(root, notes, mistakes);
  if (!read) return undefined;
  if ("owners" in read) return lookThrough(root, read, notes.orders, mistakes);
  const impossible = conditionsOf(root, read, mistakes);
  const coalitions = gmcrCoalitions(root, read.parties.length, mistakes);
  const preferences = preferencesOf(root, read, impossible, notes.orders, mistakes);
  if (!impossible || !coalitions || !preferences) return undefined;
  if (impossible.length > 0 && possibleStates(read.levers.length, impossible)?.length === 0)
    return mistakes.error(
      root.entries.get("infeasibles")?.at ?? root.at,
      "gmcr-no-state",
      "No state is left: the infeasible ones are all there are.",
      "Take out a condition of `infeasibles`.",
    );
  return present({
    title: notes.title ?? titleOf(file),
    parties: read.parties.map(({ id, name }) => ({ id, name })),
    levers: read.levers,
    impossible,
    preferences,
    coalitions,
    today: todayOf(root, notes.today, read.levers.length, impossible, mistakes),
  });
}

/** The mistakes of the other parts while it is not known who owns what: rankings alone cannot be looked at. */
function lookThrough(
  root: JsonObject,
  { options, owners }: GmcrUnowned,
  orders: readonly (string | undefined)[],
  mistakes: GmcrMistakes,
): undefined {
  const leverOf = Array.from({ length: options }, (_, option) => option); // any order names the same options
  conditionsOf(root, { leverOf }, mistakes);
  gmcrCoalitions(root, owners.length, mistakes);
  flagOf(root, mistakes);
  for (const [party, owner] of owners.entries())
    if (owner && orders[party] !== "unknown" && orders[party] !== "indifferent")
      statementsOf(owner.node, owner.name, leverOf, mistakes);
}

function conditionsOf(
  root: JsonObject,
  { leverOf }: Pick<GmcrOptions, "leverOf">,
  mistakes: GmcrMistakes,
): readonly StateCondition[] | undefined {
  const node = root.entries.get("infeasibles");
  if (node === undefined) return [];
  const items = itemsOf(node, "`infeasibles`", mostConditions, mistakes);
  const read = items?.map((item, index) => gmcrCondition(item, `Infeasible ${index + 1}`, leverOf, mistakes));
  return read?.every((condition) => condition !== undefined) ? read : undefined;
}

function preferencesOf(
  root: JsonObject,
  { parties, levers, leverOf }: GmcrOptions,
  impossible: readonly StateCondition[] | undefined,
  orders: readonly (string | undefined)[],
  mistakes: GmcrMistakes,
): readonly (Preferences | undefined)[] | undefined {
  const byHand = flagOf(root, mistakes);
  const usesRanking = (party: number): boolean => (orders[party] ?? (byHand ? "ranking" : "statements")) === "ranking";
  const states =
    impossible && parties.some((_, party) => usesRanking(party)) ? possibleStates(levers.length, impossible) : [];
  let good = true;
  const preferences = parties.map(({ name, node }, party) => {
    const order = orders[party];
    if (order === "unknown") return undefined;
    if (order === "indifferent") return { kind: "statements", statements: [] } satisfies Preferences;
    const statements = statementsOf(node, name, leverOf, mistakes);
    if (!statements) good = false;
    if (!usesRanking(party))
      return (
        statements &&
        (statements.length > 0
          ? ({ kind: "statements", statements } satisfies Preferences)
          : unknownOrder(node, name, mistakes))
      );
    const ranking = node.entries.get("preferenceRanking") ?? node.entries.get("preferenceVector");
    if (ranking === undefined) {
      good = false;
      mistakes.error(
        node.at,
        "gmcr-missing-key",
        `"${name}" has no ranking, and the file says that rankings count.`,
        'Add "preferenceRanking", or set "useManualPreferenceRanking" to false.',
      );
      return undefined;
    }
    if (!impossible) return undefined; // the numbers of the states are not known then
    if (!states) {
      good = false;
      mistakes.error(
        ranking.at,
        "gmcr-too-many",
        "There are too many possible states to be ranked one by one.",
        'Use preference statements: set "useManualPreferenceRanking" to false.',
      );
      return undefined;
    }
    const read = gmcrRanking(ranking, name, states, mistakes);
    if (!read) good = false;
    return read;
  });
  return good ? preferences : undefined;
}

/** Whether the parties' rankings count instead of their statements; the older name is read too. */
function flagOf(root: JsonObject, mistakes: GmcrMistakes): boolean {
  const node = root.entries.get("useManualPreferenceRanking") ?? root.entries.get("useManualPreferenceVectors");
  if (node === undefined) return false;
  if (node.kind === "literal" && node.value !== "null") return node.value === "true";
  wrongShape(node, "`useManualPreferenceRanking`", "true or false", mistakes);
  return false;
}

function statementsOf(
  node: JsonObject,
  party: string,
  leverOf: readonly number[],
  mistakes: GmcrMistakes,
): readonly StateCondition[] | undefined {
  const list = node.entries.get("preferences");
  if (list === undefined) return [];
  const items = itemsOf(list, `The preferences of "${party}"`, mostConditions, mistakes);
  const read = items?.map((item, index) =>
    gmcrCondition(item, `Statement ${index + 1} of "${party}"`, leverOf, mistakes),
  );
  if (!items || !read?.every((condition) => condition !== undefined)) return undefined;
  const seen = new Map<string, number>();
  return read.filter((condition, index) => {
    const key = conditionKey(condition);
    const first = seen.get(key);
    if (first === undefined) return seen.set(key, index);
    return mistakes.warning(
      items[index]!.at,
      "gmcr-repeated-statement",
      `Statement ${index + 1} of "${party}" repeats statement ${first + 1}; it is left out, as gmcr-py does.`,
      "Take it out, or correct it.",
    );
  });
}

function unknownOrder(node: JsonObject, party: string, mistakes: GmcrMistakes): undefined {
  return mistakes.warning(
    node.at,
    "gmcr-no-preferences",
    `"${party}" has no preferences: its order of the states is unknown.`,
    "Add statements, most important first.",
  );
}

function todayOf(
  root: JsonObject,
  today: number | undefined,
  levers: number,
  impossible: readonly StateCondition[],
  mistakes: GmcrMistakes,
) {
  if (today === undefined) return undefined;
  if (today < 2 ** levers && !isImpossible(today, impossible)) return today;
  return mistakes.error(
    root.at,
    "gmcr-wrong-shape",
    `Today's state, ${today}, is no possible state.`,
    'Correct "today" under "entente", or take it out.',
  );
}

function titleOf(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.gmcr$/i, "") || "Conflict";
}
