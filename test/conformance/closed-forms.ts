import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEfg, parseNfg } from "#language";
import type { Game, GameNode, StrategicGame } from "#model";
import type { Rational } from "#prelude";
import { closedFormModels, type Numbers } from "./closed-form-models.ts";
import type { PartOfRun } from "./stability.ts";

/** One game of the collection: the quantities compared, those that differ, and whether the built game is the shared file. */
type ClosedFormRow = { readonly file: string; readonly compared: number; readonly differences: readonly string[] };

/** Absolute. */
const tolerance = 1e-6;

/** The part of the run about games/deterrence, or undefined if the folder is absent. */
export function closedFormConformance(directory: string): PartOfRun | undefined {
  const folder = join(directory, "games", "deterrence");
  if (!existsSync(join(folder, "expected.json"))) return undefined;
  const rows = compareClosedForms(folder);
  const lines = rows.flatMap(({ file, compared, differences }) => [
    `${file}: ${compared - differences.length} of ${compared} within ${tolerance}`,
    ...differences.map((difference) => `  ! ${difference}`),
  ]);
  const passed = rows.filter(({ differences }) => differences.length === 0).length;
  return { shown: lines.join("\n"), passed, of: rows.length };
}

/** Every number, truth value and verdict under closed_form of expected.json, and every file beside it. */
function compareClosedForms(folder: string): readonly ClosedFormRow[] {
  // the file's own description; every use below is checked by the comparison
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Record<
    string,
    { closed_form: Record<string, unknown> }
  >;
  return Object.entries(expected).map(([file, { closed_form: form }]) => {
    const compute = closedFormModels[String(form.model)];
    if (!compute) return { file, compared: 0, differences: [`unknown model ${String(form.model)}`] };
    // parameters are numbers throughout the collection
    const found = compute(form.parameters as Numbers);
    const leaves = leavesOf(form).filter(([name]) => !/^(model|rule|parameters\b)/.test(name));
    const differences = leaves.flatMap(([name, value]) => {
      const ours = found.values[name];
      return same(value, ours) ? [] : [`${name}: expected ${String(value)}, found ${String(ours)}`];
    });
    const content = readFileSync(join(folder, file), "utf8");
    const read = file.endsWith(".nfg") ? parseNfg(content, file) : parseEfg(content, file);
    const built = read.game && shapeOf(read.game) === shapeOf(found.game);
    return {
      file,
      compared: leaves.length + 1,
      differences: built ? differences : [...differences, "the built game is not the shared one"],
    };
  });
}

/** How the collection words a verdict or case -> ours. */
const wordings: readonly (readonly [pattern: RegExp, ours: string])[] = [
  [/^safe without/, "safe-without-guarantee"],
  [/^deterred/, "deterred"],
  [/^hollow/, "hollow-guarantee"],
  [/^no(thing| guarantee) deters/, "nothing-deters"],
  [/^binding/, "binding"],
  [/^separating/, "separating"],
  [/bluff$/, "bluff"],
  [/^nobody deploys/, "nobody-deploys"],
  [/^peace without/, "peace-without-signal"],
  [/^certain deterrence/, "certain-deterrence"],
  [/^attrition/, "attrition"],
];

function same(expected: unknown, found: number | boolean | string | null | undefined): boolean {
  if (typeof expected === "number") return typeof found === "number" && Math.abs(expected - found) <= tolerance;
  if (typeof expected === "string") return wordings.some(([words, ours]) => words.test(expected) && ours === found);
  return expected === found;
}

function leavesOf(value: unknown, name = ""): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, name === "" ? key : `${name}.${key}`));
}

/** Moves, information sets, chances and payoffs as text, without titles, names and labels. */
function shapeOf(game: Game | StrategicGame): string {
  if (!("root" in game)) {
    const sizes = game.players.map(({ strategies }) => strategies.length);
    return JSON.stringify([sizes, game.payoffs.map((payoffs) => payoffs.map(ratio))]);
  }
  return JSON.stringify([game.players.length, nodeShape(game.root)]);
}

function nodeShape(node: GameNode): unknown {
  const payoffs = node.outcome && [node.outcome.number, ...node.outcome.payoffs.map(ratio)];
  if (node.kind === "terminal") return [payoffs];
  const moves = node.kind === "chance" ? node.actions.map(({ chance }) => ratio(chance)) : node.actions.length;
  const who = node.kind === "chance" ? "chance" : node.player;
  return [who, node.informationSet, moves, payoffs, node.children.map(nodeShape)];
}

function ratio({ num, den }: Rational): string {
  return `${num}/${den}`;
}
