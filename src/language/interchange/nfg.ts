import type { StrategicGame } from "#model";
import type { Diagnostic, Rational } from "#prelude";
import { expected, readGameHeader, readNames } from "./game-header.ts";
import { parseGameIndex } from "./game-number.ts";
import { readNumber, readOutcomePayoffs } from "./game-payoffs.ts";
import { type GameTokens, gameTokens } from "./game-tokens.ts";
import { mistake } from "./mistake.ts";

export type ParsedNfg = { readonly game?: StrategicGame; readonly diagnostics: readonly Diagnostic[] };

/** Profiles of the largest game that is read; a file of the size that is read can hold no more. */
const mostProfiles = 500_000;

/** Reads a game in strategic form (.nfg, version 1), in the payoff or the outcome form. Never throws. */
export function parseNfg(content: string | Uint8Array, file: string): ParsedNfg {
  const tokens = gameTokens(content, file);
  const game = tokens.hasErrors() ? undefined : readGame(tokens);
  return { ...(game && !tokens.hasErrors() ? { game } : {}), diagnostics: tokens.diagnostics() };
}

function readGame(tokens: GameTokens): StrategicGame | undefined {
  const header = readGameHeader(tokens, "NFG");
  if (!header) return undefined;
  const begin = tokens.peek();
  const strategies = readStrategies(tokens);
  if (!strategies) return undefined;
  const { title } = header;
  if (strategies.length !== header.players.length) {
    tokens.report(
      mistake(
        tokens.at(begin),
        "game-strategies",
        `There are strategies for ${strategies.length} players, and ${header.players.length} players.`,
        "Write one list of strategies, or one number of them, for each player.",
      ),
    );
    return undefined;
  }
  const profiles = strategies.reduce<number>((product, listed) => product * countOf(listed), 1);
  if (profiles === 0 || profiles > mostProfiles) {
    tokens.report(
      mistake(
        tokens.at(begin),
        profiles === 0 ? "game-strategies" : "too-many",
        profiles === 0 ? "A player has no strategy." : `There are more than ${mostProfiles} profiles of strategies.`,
        profiles === 0 ? "Give every player at least one." : "Use a smaller game.",
      ),
    );
    return undefined;
  }
  const comment = tokens.peek().kind === "text" ? tokens.take().value : undefined;
  const count = header.players.length;
  const payoffs =
    tokens.peek().kind === "open" ? readByOutcome(tokens, profiles, count) : readPayoffs(tokens, profiles, count);
  if (!payoffs) return undefined;
  if (tokens.peek().kind !== "end") {
    expected(tokens, tokens.peek(), `the end of the file, after ${profiles} profiles,`);
    return undefined;
  }
  const players = header.players.map((name, index) => ({ name, strategies: namesOf(strategies[index]!) }));
  return { title, ...(comment === undefined ? {} : { comment }), players, payoffs };
}

/** Names, or how many are called by their numbers: made only once they are known to be few. */
type ListedStrategies = readonly string[] | number;

function countOf(listed: ListedStrategies): number {
  return typeof listed === "number" ? listed : listed.length;
}

function namesOf(listed: ListedStrategies): readonly string[] {
  return typeof listed === "number" ? Array.from({ length: listed }, (_, index) => `${index + 1}`) : listed;
}

/** `{ { "a" "b" } { "c" "d" } }`, or `{ 2 2 }` for strategies that are called by their numbers. */
function readStrategies(tokens: GameTokens): readonly ListedStrategies[] | undefined {
  const open = tokens.take();
  if (open.kind !== "open") {
    expected(tokens, open, 'the strategies: "{",');
    return undefined;
  }
  const lists: ListedStrategies[] = [];
  for (let token = tokens.peek(); token.kind !== "close"; token = tokens.peek()) {
    if (token.kind === "open") {
      const names = readNames(tokens, "a player's strategies");
      if (!names) return undefined;
      lists.push(names);
      continue;
    }
    const count = token.kind === "word" ? parseGameIndex(token.value) : undefined;
    if (count === undefined || count > mostProfiles) {
      expected(tokens, token, "a number of strategies, or their names in braces,");
      return undefined;
    }
    tokens.take();
    lists.push(count);
  }
  tokens.take();
  return lists;
}

function readPayoffs(tokens: GameTokens, profiles: number, players: number): Rational[][] | undefined {
  const payoffs: Rational[][] = [];
  for (let profile = 0; profile < profiles; profile++) {
    const row: Rational[] = [];
    for (let player = 0; player < players; player++) {
      const payoff = readNumber(tokens, `payoff ${player + 1} of profile ${profile + 1} of ${profiles}`);
      if (!payoff) return undefined;
      row.push(payoff);
    }
    payoffs.push(row);
  }
  return payoffs;
}

/** `{ { "name" 1, 2 } ... }`, then for each profile the number of its outcome; 0 is none, and pays nothing. */
function readByOutcome(tokens: GameTokens, profiles: number, players: number): readonly Rational[][] | undefined {
  tokens.take();
  const outcomes: Rational[][] = [Array(players).fill({ num: 0n, den: 1n })];
  while (tokens.peek().kind !== "close") {
    const open = tokens.take();
    if (open.kind !== "open") {
      expected(tokens, open, 'an outcome in braces, or "}",');
      return undefined;
    }
    if (tokens.peek().kind === "text") tokens.take();
    const payoffs = readOutcomePayoffs(tokens, tokens.at(open), outcomes.length, players);
    if (!payoffs) return undefined;
    outcomes.push(payoffs);
  }
  tokens.take();
  const chosen: Rational[][] = [];
  for (let profile = 0; profile < profiles; profile++) {
    const token = tokens.peek();
    const index = token.kind === "word" ? parseGameIndex(token.value) : undefined;
    if (index === undefined) {
      expected(tokens, token, `the outcome of profile ${profile + 1} of ${profiles}`);
      return undefined;
    }
    tokens.take();
    const payoffs = outcomes[index];
    if (!payoffs) {
      tokens.report(
        mistake(
          tokens.at(token),
          "game-unknown-outcome",
          `There is no outcome ${index}; there are ${outcomes.length - 1}.`,
          `Write a number from 1 to ${outcomes.length - 1}, or 0 for none.`,
        ),
      );
    }
    chosen.push(payoffs ?? outcomes[0]!);
  }
  return chosen;
}
