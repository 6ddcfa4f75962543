import { type Rational, type Span, toNumber } from "#prelude";
import { expected } from "./game-header.ts";
import { parseGameNumber } from "./game-number.ts";
import type { GameTokens } from "./game-tokens.ts";
import { mistake, warning } from "./mistake.ts";

/**
 * The payoffs of an outcome up to their closing brace, after the opening one. When there are not as many as players that
 * is reported, and they are given as they stand; undefined where one is no number.
 */
export function readOutcomePayoffs(
  tokens: GameTokens,
  at: Span,
  outcome: number,
  players: number,
): Rational[] | undefined {
  const payoffs: Rational[] = [];
  while (tokens.peek().kind !== "close") {
    const payoff = readNumber(tokens, 'a payoff, or "}",');
    if (!payoff) return undefined;
    payoffs.push(payoff);
  }
  tokens.take();
  if (payoffs.length !== players) {
    tokens.report(
      mistake(
        at,
        "game-payoffs",
        `Outcome ${outcome} has ${payoffs.length} payoffs; there are ${players} players.`,
        "Write one payoff for each player, in their order.",
      ),
    );
  }
  return payoffs;
}

export function readNumber(tokens: GameTokens, what: string): Rational | undefined {
  const token = tokens.peek();
  const number = token.kind === "word" ? parseGameNumber(token.value) : undefined;
  if (!number) {
    expected(tokens, token, `${what} as a number (3, 0.25, 7/8 or 1e-3)`);
    return undefined;
  }
  tokens.take();
  // without an exponent no number that is read is long enough to be so large
  if (/e/i.test(token.value) && !Number.isFinite(toNumber(number)))
    tokens.report(
      warning(
        tokens.at(token),
        "game-number-too-large",
        `${token.value.length > 40 ? "This number" : token.value} is more than games are solved with, about 1.8e308.`,
        "Count in a larger unit. The game is read; it is not solved as it is.",
      ),
    );
  return number;
}
