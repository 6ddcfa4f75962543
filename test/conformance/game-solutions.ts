import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type GameEquilibrium, type GameSolution, solveGame } from "#durability";
import { formatEfg, formatNfg, parseEfg, parseNfg } from "#language";
import type { Game } from "#model";
import { formatDiagnostic, run } from "#prelude";
import { brokenBelief, gainAt, plainGame } from "../oracle/game-oracle.ts";
import type { PartOfRun } from "./stability.ts";

/** Absolute, of probabilities. A traced path of quantal responses ends before its limit, hence the second. */
const tolerance = 1e-6;
const pathTolerance = 2e-3;

type Reference = { readonly form?: Record<string, unknown>; readonly methods: Readonly<Record<string, Method>> };
type Method = { readonly error: string; readonly equilibria: readonly (readonly number[])[] };

/**
 * Every .efg and .nfg file of games/deterrence and games/gambit: it is read, or refused with a place; written, it reads
 * back the same; its equilibria obey the definition; among them are the closed form's, the end of Gambit's path of
 * quantal responses (extensive form), and just those Gambit lists (strategic form). undefined: no such folder.
 */
export function gameConformance(directory: string): PartOfRun | undefined {
  const folders = ["deterrence", "gambit"].map((name) => join(directory, "games", name)).filter(existsSync);
  if (folders.length === 0) return undefined;
  const lines: string[] = [];
  let [passed, of] = [0, 0];
  for (const folder of folders) {
    const references = readReferences(join(folder, "expected.json"));
    for (const file of readdirSync(folder)
      .filter((name) => /\.[en]fg$/.test(name))
      .sort()) {
      const { said, differences } = compareGame(join(folder, file), file, references.get(file));
      of += 1;
      if (differences.length === 0) passed += 1;
      lines.push(`${file}: ${said}`, ...differences.map((difference) => `  ! ${difference}`));
    }
  }
  return { shown: lines.join("\n"), passed, of };
}

function compareGame(path: string, file: string, reference: Reference | undefined) {
  const content = new Uint8Array(readFileSync(path));
  const extensive = file.endsWith(".efg");
  const { game, diagnostics } = extensive ? parseEfg(content, file) : parseNfg(content, file);
  if (!game) {
    const located = diagnostics.some(({ severity }) => severity === "error");
    return {
      said: diagnostics.map(formatDiagnostic).join("; "),
      differences: located ? [] : ["refused without a reason"],
    };
  }
  const differences: string[] = [];
  const again = "root" in game ? parseEfg(formatEfg(game), file).game : parseNfg(formatNfg(game), file).game;
  if (!isDeepStrictEqual(again, game)) differences.push("does not read back as it was written");
  const solution = run(solveGame(game));
  if ("root" in game) differences.push(...againstDefinition(game, solution));
  if (reference?.form) differences.push(...againstClosedForm(reference.form, solution));
  if (reference) differences.push(...againstGambit(reference.methods, solution, extensive));
  const { equilibria, status } = solution;
  const sequential = equilibria.filter((one) => one.sequential === "yes").length;
  return { said: `${equilibria.length} equilibria (${status.kind}), ${sequential} sequential`, differences };
}

function againstDefinition(game: Game, { equilibria }: GameSolution): readonly string[] {
  const plain = plainGame(game);
  return equilibria.flatMap(({ strategies }, index) => {
    const key = ({ player, set }: (typeof strategies)[number]) => `${player}:${set}`;
    const profile = new Map(strategies.map((one) => [key(one), one.actions.map(({ probability }) => probability)]));
    const beliefs = new Map(strategies.map((one) => [key(one), one.beliefs.map(({ probability }) => probability)]));
    const gains = [...beliefs].filter(([set, held]) => gainAt(plain, set, profile, held) > 1e-9);
    const broken = brokenBelief(plain, profile, beliefs, 1e-8);
    return [...gains.map(([set]) => `equilibrium ${index + 1}: a gain at ${set}`), ...(broken ? [broken] : [])];
  });
}

/** Which probability of which set each quantity of a closed form is; in strategic form the second strategy. */
const quantities: Readonly<Record<string, readonly [set: string, action: number]>> = {
  attack_probability: ["attack?", 1],
  challenge_probability: ["challenge?", 1],
  hard_resists: ["Hard", 1],
  soft_resists: ["Soft", 1],
  deploy_high: ["deploy? high", 0],
  deploy_low: ["deploy? low", 0],
  attack_after_deploy: ["attack? after Deploy", 1],
  attack_after_none: ["attack? after Stay out", 1],
  hard_challenges: ["challenge? hard", 1],
  soft_challenges: ["challenge? soft", 1],
  soft_defends: ["defend? soft", 1],
  violate: ["Inspectee", 1],
  inspect: ["Inspector", 1],
};

function againstClosedForm(form: Record<string, unknown>, { equilibria }: GameSolution): readonly string[] {
  if (form.model === "ultimatum") return againstUltimatum(form, equilibria);
  // numbers by name, beside the sub-object on announced inspection
  const wanted = Object.entries((form.equilibrium ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === "number" ? [{ name, value }] : [],
  );
  const unknown = wanted.filter(({ name }) => !quantities[name]).map(({ name }) => `unknown quantity ${name}`);
  if (unknown.length > 0) return unknown;
  const found = equilibria.some(({ strategies }) =>
    wanted.every(({ name, value }) => {
      const [set, action] = quantities[name]!; // those without were returned above
      const at = strategies.find((one) => one.name === set);
      return at !== undefined && Math.abs(at.actions[action]!.probability - value) <= tolerance;
    }),
  );
  return found ? [] : [`the closed form's equilibrium is not found: ${JSON.stringify(form.equilibrium)}`];
}

function againstUltimatum(form: Record<string, unknown>, equilibria: readonly GameEquilibrium[]): readonly string[] {
  const [equilibrium] = equilibria;
  const demand = equilibrium?.strategies[0]?.actions.find(({ probability }) => probability === 1)?.name ?? "";
  const [above, below = "1"] = demand.replace("x=", "").split("/");
  const war = equilibrium?.strategies
    .filter(({ player, onPath }) => player === 1 && onPath)
    .reduce((sum, { reach, actions }) => sum + reach * actions[1]!.probability, 0);
  const expected = [form.discrete_best_demand, form.discrete_war_probability, form.discrete_value];
  const found = [Number(above) / Number(below), war, equilibrium?.payoffs[0]];
  return expected.flatMap((value, index) =>
    Math.abs(Number(value) - Number(found[index])) <= tolerance ? [] : [`expected ${value}, found ${found[index]}`],
  );
}

function againstGambit(
  methods: Reference["methods"],
  { equilibria }: GameSolution,
  extensive: boolean,
): readonly string[] {
  const matches = (vector: readonly number[], { strategies }: GameEquilibrium, within: number) =>
    strategies
      .flatMap(({ actions }) => actions)
      .every(({ probability, low = probability, high = probability }, index) => {
        const value = vector[index] ?? Number.NaN;
        return value >= low - within && value <= high + within;
      });
  if (extensive) {
    const ends = methods.logit?.equilibria ?? [];
    const lost = ends.filter((vector) => !equilibria.some((one) => matches(vector, one, pathTolerance)));
    return lost.map((vector) => `the end of the path of quantal responses is not found: ${vector.join(" ")}`);
  }
  const mixed = methods.enummixed;
  const all = (mixed && mixed.error === "" ? mixed : methods.enumpoly)?.equilibria ?? [];
  const lost = all.filter((vector) => !equilibria.some((one) => matches(vector, one, tolerance)));
  const more = equilibria.filter((one) => !all.some((vector) => matches(vector, one, tolerance)));
  return [
    ...lost.map((vector) => `listed by Gambit, not found: ${vector.join(" ")}`),
    ...more.map(
      ({ strategies }) => `found, not listed by Gambit: ${JSON.stringify(strategies.map(({ actions }) => actions))}`,
    ),
  ];
}

/** Both shapes of expected.json: by file name, or a list. The files describe themselves; every use is a comparison. */
function readReferences(path: string): ReadonlyMap<string, Reference> {
  type Entry = { file?: string; closed_form?: Record<string, unknown>; gambit: { methods: Record<string, Method> } };
  const json = JSON.parse(readFileSync(path, "utf8")) as Record<string, Entry> | readonly Entry[]; // see above
  const entries = Array.isArray(json) ? json.map((one: Entry) => [one.file ?? "", one] as const) : Object.entries(json);
  return new Map(
    entries.map(([file, { closed_form: form, gambit }]) => [
      file,
      { ...(form ? { form } : {}), methods: gambit.methods },
    ]),
  );
}
