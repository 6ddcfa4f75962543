import type { GameToken, GameTokens } from "./game-tokens.ts";
import { mistake, warning } from "./mistake.ts";

export type GameHeader = { readonly title: string; readonly players: readonly string[] };

/** `EFG 2 R "title" { "player" ... }`, and the same with NFG 1. Undefined if nothing after it could be trusted. */
export function readGameHeader(tokens: GameTokens, format: "EFG" | "NFG"): GameHeader | undefined {
  const version = format === "EFG" ? "2" : "1";
  const first = tokens.take();
  if (first.value !== format || first.kind !== "word") {
    expected(tokens, first, `${format} ${version} R at the beginning of the file`);
    return undefined;
  }
  const number = tokens.take();
  if (number.value !== version) {
    tokens.report(
      mistake(
        tokens.at(number),
        "game-version",
        `This is version ${number.value || "?"} of the ${format} format; version ${version} is read.`,
        `Write it again with a program that saves version ${version}.`,
      ),
    );
    return undefined;
  }
  const type = tokens.take();
  if (type.value !== "R" && type.value !== "D") {
    expected(tokens, type, "R (or D), the kind of numbers");
    return undefined;
  }
  const title = tokens.take();
  if (title.kind !== "text") {
    expected(tokens, title, "the title in quotation marks");
    return undefined;
  }
  const players = readNames(tokens, "the players' names");
  if (!players) return undefined;
  if (players.length === 0) {
    expected(tokens, tokens.peek(), "at least one player");
    return undefined;
  }
  return { title: title.value, players };
}

/** `{ "a" "b" }`; undefined if it is not closed. */
export function readNames(tokens: GameTokens, what: string): readonly string[] | undefined {
  const open = tokens.take();
  if (open.kind !== "open") {
    expected(tokens, open, `"{" and ${what}`);
    return undefined;
  }
  const names: string[] = [];
  const seen = new Set<string>();
  while (tokens.peek().kind !== "close") {
    const name = tokens.take();
    if (name.kind !== "text") {
      expected(tokens, name, `one of ${what} in quotation marks, or "}"`);
      return undefined;
    }
    if (name.value !== "" && seen.has(name.value)) {
      tokens.report(
        warning(tokens.at(name), "game-same-name", `"${name.value}" stands twice here.`, "Give each its own name."),
      );
    }
    seen.add(name.value);
    names.push(name.value);
  }
  tokens.take();
  return names;
}

export function expected(tokens: GameTokens, found: GameToken, what: string): void {
  const seen = found.kind === "end" ? "the file ends" : `there is ${shortened(found)}`;
  tokens.report(
    mistake(
      tokens.at(found),
      found.kind === "end" ? "game-cut-off" : "game-syntax",
      `Here ${seen}; ${what} was expected.`,
      found.kind === "end" ? "Get the file again: it seems to be cut off." : "Repair the file here.",
    ),
  );
}

function shortened({ kind, value }: GameToken): string {
  const cut = value.length > 40 ? `${value.slice(0, 40)}...` : value;
  return kind === "text" ? `the text "${cut}"` : cut;
}
