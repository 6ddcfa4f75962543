import { add, formatSpan, type Rational, type Span, toNumber } from "#prelude";
import { expected } from "./game-header.ts";
import { formatGameNumber, parseGameIndex } from "./game-number.ts";
import { readNumber, readOutcomePayoffs } from "./game-payoffs.ts";
import type { GameToken, GameTokens } from "./game-tokens.ts";
import { mistake, warning } from "./mistake.ts";

/** One node as it is written; sets and outcomes may be described at another node. */
export type NodeRecord = {
  readonly kind: "chance" | "decision" | "terminal";
  readonly at: Span;
  readonly label: string;
  /** Index into the players; -1 is chance. */
  readonly player: number;
  readonly set: number;
  readonly outcome: number;
};

/** What all nodes of an information set share. `at` is where it was first described. */
export type SetDescription = {
  readonly at: Span;
  name?: string;
  actions?: readonly string[];
  chances?: readonly Rational[];
  actionsAt?: Span;
};

export type OutcomeDescription = { readonly at: Span; name?: string; payoffs?: readonly Rational[] };

export type EfgRecords = {
  readonly nodes: readonly NodeRecord[];
  /** By `setKey`. */
  readonly sets: ReadonlyMap<string, SetDescription>;
  readonly outcomes: ReadonlyMap<number, OutcomeDescription>;
};

export function setKey(player: number, set: number): string {
  return `${player}:${set}`;
}

type Reading = {
  readonly tokens: GameTokens;
  readonly players: number;
  readonly sets: Map<string, SetDescription>;
  readonly outcomes: Map<number, OutcomeDescription>;
};

/**
 * Every node of the file in order, without their places in the tree, so that a mistake in one hides none in the next:
 * after a mistake, reading goes on at the next letter that begins a node.
 */
export function readEfgRecords(tokens: GameTokens, players: number): EfgRecords {
  const reading: Reading = { tokens, players, sets: new Map(), outcomes: new Map() };
  const nodes: NodeRecord[] = [];
  while (tokens.peek().kind !== "end") {
    const node = readNode(reading);
    if (node) nodes.push(node);
    else while (!beginsNode(tokens.peek()) && tokens.peek().kind !== "end") tokens.take();
  }
  tokens.take();
  return { nodes, sets: reading.sets, outcomes: reading.outcomes };
}

function beginsNode({ kind, value }: GameToken): boolean {
  return kind === "word" && /^[cpt]$/.test(value);
}

function readNode(reading: Reading): NodeRecord | undefined {
  const { tokens } = reading;
  const letter = tokens.take();
  if (!beginsNode(letter)) {
    expected(tokens, letter, "c, p or t, which begin a node,");
    return undefined;
  }
  const at = tokens.at(letter);
  const label = tokens.peek().kind === "text" ? tokens.take().value : undefined;
  if (label === undefined) {
    expected(tokens, tokens.peek(), "the node's label in quotation marks");
    return undefined;
  }
  if (letter.value === "t") {
    const outcome = readOutcome(reading);
    return outcome === undefined ? undefined : { kind: "terminal", at, label, player: -1, set: 0, outcome };
  }
  const player = letter.value === "c" ? -1 : readPlayer(reading);
  if (player === undefined) return undefined;
  const set = readIndex(reading, "the number of the information set");
  if (set === undefined) return undefined;
  if (!readSet(reading, player, set)) return undefined;
  const outcome = readOutcome(reading);
  if (outcome === undefined) return undefined;
  return { kind: player < 0 ? "chance" : "decision", at, label, player, set, outcome };
}

function readPlayer(reading: Reading): number | undefined {
  const { tokens, players } = reading;
  const token = tokens.peek();
  const number = readIndex(reading, "the player's number");
  if (number === undefined) return undefined;
  if (number >= 1 && number <= players) return number - 1;
  tokens.report(
    mistake(
      tokens.at(token),
      "game-unknown-player",
      `There is no player ${number}; there are ${players}.`,
      `Write a number from 1 to ${players}, or add the player at the top.`,
    ),
  );
  return undefined;
}

function readIndex({ tokens }: Reading, what: string): number | undefined {
  const token = tokens.peek();
  const index = token.kind === "word" ? parseGameIndex(token.value) : undefined;
  if (index === undefined) {
    expected(tokens, token, what);
    return undefined;
  }
  tokens.take();
  return index;
}

/** `[name] [{ "action" [chance] ... }]`; false if reading cannot go on from here. */
function readSet(reading: Reading, player: number, set: number): boolean {
  const { tokens, sets } = reading;
  const begin = tokens.peek();
  const here = tokens.at(begin);
  const key = setKey(player, set);
  const known: SetDescription = sets.get(key) ?? { at: here };
  sets.set(key, known);
  const whose = player < 0 ? "chance" : `player ${player + 1}`;
  const contradicts = (what: string, there: Span) =>
    tokens.report(
      mistake(
        here,
        "game-set-contradicted",
        `Information set ${set} of ${whose} has ${what} here than at ${formatSpan(there)}.`,
        "Describe it alike in both places, leave the description out here, or give this node a set of its own.",
      ),
    );
  if (begin.kind === "text") {
    const name = tokens.take().value;
    if (known.name && name && known.name !== name)
      contradicts(`another name ("${name}", not "${known.name}")`, known.at);
    known.name = known.name || name;
  }
  if (tokens.peek().kind !== "open") return true;
  tokens.take();
  const actions: string[] = [];
  const seen = new Set<string>();
  const chances: Rational[] = [];
  while (tokens.peek().kind !== "close") {
    const name = tokens.take();
    if (name.kind !== "text") {
      expected(tokens, name, 'an action in quotation marks, or "}"');
      return false;
    }
    if (name.value !== "" && seen.has(name.value)) {
      tokens.report(
        warning(
          tokens.at(name),
          "game-same-name",
          `Two actions of this set are called "${name.value}".`,
          "Give each its own name.",
        ),
      );
    }
    seen.add(name.value);
    actions.push(name.value);
    if (player >= 0) continue;
    const chance = readNumber(tokens, `the chance of "${name.value}"`);
    if (!chance) return false;
    chances.push(chance);
  }
  const close = tokens.take();
  if (known.actions && known.actionsAt) {
    if (known.actions.length !== actions.length || known.actions.some((action, index) => action !== actions[index]))
      contradicts("other actions", known.actionsAt);
    else if (known.chances?.some(({ num, den }, index) => num !== chances[index]!.num || den !== chances[index]!.den))
      contradicts("other chances", known.actionsAt);
    return true;
  }
  known.actions = actions;
  known.actionsAt = here;
  if (player < 0) known.chances = chances;
  if (actions.length === 0) expected(tokens, close, "at least one action");
  else if (player < 0) checkChances(tokens, here, chances);
  return true;
}

/** Adding up stops at denominators of this size: no one writes them, and they would take long. */
const largestDenominator = 10n ** 4000n;

function checkChances(tokens: GameTokens, at: Span, chances: readonly Rational[]): void {
  let sum: Rational = { num: 0n, den: 1n };
  for (const chance of chances) {
    const fits = sum.den % chance.den === 0n;
    sum = fits ? { num: sum.num + chance.num * (sum.den / chance.den), den: sum.den } : add(sum, chance);
    if (sum.den > largestDenominator) break;
  }
  const negative = chances.find((chance) => chance.num < 0n);
  if (!negative && sum.num === sum.den) return;
  tokens.report(
    mistake(
      at,
      "game-chances",
      negative
        ? `A chance of ${formatGameNumber(negative)} is less than 0.`
        : `The chances of this move add up to ${toNumber(sum)}, not to exactly 1.`,
      "Write chances of at least 0 that add up to exactly 1: 1/3 1/3 1/3, not 0.33 0.33 0.33.",
    ),
  );
}

/** `0`, or a number with `[name] [{ payoffs }]`. */
function readOutcome(reading: Reading): number | undefined {
  const { tokens, outcomes, players } = reading;
  const begin = tokens.peek();
  const here = tokens.at(begin);
  const number = readIndex(reading, "the number of the outcome");
  if (number === undefined) return undefined;
  const described = tokens.peek().kind === "text" || tokens.peek().kind === "open";
  if (number === 0 && described) {
    tokens.report(
      mistake(here, "game-outcome-zero", "Outcome 0 is no outcome and has no payoffs.", "Give it another number."),
    );
  }
  const known: OutcomeDescription = outcomes.get(number) ?? { at: here };
  outcomes.set(number, known);
  const contradicts = (what: string) =>
    tokens.report(
      mistake(
        here,
        "game-outcome-contradicted",
        `Outcome ${number} has ${what} here than at ${formatSpan(known.at)}.`,
        "Describe it alike in both places, leave the description out here, or give this outcome another number.",
      ),
    );
  if (tokens.peek().kind === "text") {
    const name = tokens.take().value;
    if (known.name && name && known.name !== name) contradicts(`another name ("${name}", not "${known.name}")`);
    known.name = known.name || name;
  }
  if (tokens.peek().kind !== "open") return number;
  tokens.take();
  const payoffs = readOutcomePayoffs(tokens, here, number, players);
  if (!payoffs) return undefined;
  if (payoffs.length !== players) return number;
  if (!known.payoffs) known.payoffs = payoffs;
  else if (known.payoffs.some(({ num, den }, index) => num !== payoffs[index]!.num || den !== payoffs[index]!.den))
    contradicts("other payoffs");
  return number;
}
