import type { GameEquilibrium, GameSolution, SetStrategy } from "#durability";
import {
  type Block,
  type Card,
  type Document,
  type Inline,
  inlines,
  name,
  type Section,
  series,
  type Text,
} from "../../document/document.ts";
import { counted, written } from "../../words/format-number.ts";
import { type GameModelWords, modelAnswer, modelNumbersSection } from "./model-words.ts";

/** Equilibria printed; the JSON has all that were found. */
const shown = 12;

/** A game's equilibria in plain words: what each player does where, what it believes there, and what it would regret. */
export function gameDocument(solution: GameSolution, model?: GameModelWords): Document {
  const { title, form, players, equilibria, notes } = solution;
  return {
    title: title === "" ? "A game without a title" : title,
    subtitle: `${form === "extensive" ? "a game in extensive form" : "a game in strategic form"}, ${counted(players.length, "player")}`,
    answer: model ? modelAnswer(model) : gameAnswer(solution),
    sections: [
      ...(model ? [modelNumbersSection(model), solverSection(solution)] : []),
      ...equilibria.slice(0, shown).map((each, index) => equilibriumSection(solution, each, index)),
      ...(equilibria.length > shown
        ? [plain("more", "More", `And ${equilibria.length - shown} more; --json lists them.`)]
        : []),
      ...(notes.length > 0 ? [{ ...plain("notes", "Notes", name(notes[0] ?? "")), blocks: rest(notes) }] : []),
    ],
  };
}

/** Below what a closed form finds. */
function solverSection(solution: GameSolution): Section {
  const [first = "", ...others] = gameAnswer(solution);
  const blocks = others.map((text): Block => ({ kind: "paragraph", text }));
  return { id: "solver", title: "The solver's equilibria", answer: first, blocks };
}

/** The notes after the first, which is the section's answer. */
function rest(notes: readonly string[]): readonly Block[] {
  return notes.length > 1 ? [{ kind: "list", items: notes.slice(1).map(name) }] : [];
}

function gameAnswer(solution: GameSolution): readonly Text[] {
  const { status, equilibria, form } = solution;
  if (status.kind === "refused") return [["This game is not solved. ", name(status.reason)]];
  const kind = form === "extensive" ? "perfect Bayesian equilibrium" : "Nash equilibrium";
  const count = counted(equilibria.length, kind, kind.replace(/um$/, "a"));
  const [first] = equilibria;
  return [
    status.kind === "exact"
      ? equilibria.length === 1
        ? `There is ${count}, and no other.`
        : `There are ${count}, and no others.`
      : `At least ${count}: there may be more.`,
    ...(status.kind === "at-least" ? [name(status.reason)] : []),
    ...(first && equilibria.length === 1 ? [pathSentence(solution, first)] : []),
  ];
}

/** What is played where play comes. */
function pathSentence({ players, form }: GameSolution, { strategies }: GameEquilibrium): Text {
  const played = strategies.filter(({ onPath }) => onPath);
  return [
    "In it ",
    ...series(
      played.map(
        (strategy): Text => [
          player(players, strategy),
          ...(form === "extensive" ? [" at ", ...inlines(setName(strategy))] : []),
          " plays ",
          ...inlines(actionWords(strategy)),
        ],
      ),
    ),
    ".",
  ];
}

function equilibriumSection(solution: GameSolution, equilibrium: GameEquilibrium, index: number): Section {
  const { players, form } = solution;
  const { kind, payoffs, regret, sequential, extent, strategies } = equilibrium;
  const properties = [
    kind === "pure" ? "In pure strategies" : "In mixed strategies",
    ...(form === "extensive" ? [sequentialWords[sequential]] : []),
    ...(extent === "family" ? ["one of a family: other probabilities on the same actions do as well"] : []),
  ];
  return {
    id: `equilibrium-${index + 1}`,
    title: `Equilibrium ${index + 1}`,
    answer: [
      `${properties.join("; ")}. Expected payoffs: `,
      ...series(payoffs.map((payoff, at): Text => [name(players[at] ?? String(at)), ` ${number(payoff)}`])),
      `. ${regret > 1e-9 ? `Largest regret: ${number(regret)}.` : "Nobody would regret its play anywhere."}`,
    ],
    blocks: form === "extensive" ? setBlocks(solution, strategies) : strategyBlocks(solution, strategies),
  };
}

const sequentialWords = {
  yes: "a sequential equilibrium",
  no: "not sequential: no small trembles lead to its beliefs",
  "not-decided": "whether it is sequential is not decided",
} as const;

function strategyBlocks({ players }: GameSolution, strategies: readonly SetStrategy[]): readonly Block[] {
  return [
    {
      kind: "list",
      items: strategies.map(
        (strategy): Text => [player(players, strategy), ": ", ...inlines(actionWords(strategy)), "."],
      ),
    },
  ];
}

function setBlocks({ players }: GameSolution, strategies: readonly SetStrategy[]): readonly Block[] {
  return [
    {
      kind: "cards",
      cards: strategies.map(
        (strategy): Card => ({
          title: [
            player(players, strategy),
            ", at ",
            ...inlines(setName(strategy)),
            strategy.onPath ? "" : " (never reached)",
            ": ",
            ...inlines(actionWords(strategy)),
          ],
          body: setWords(strategy),
        }),
      ),
    },
  ];
}

function setWords({ beliefs, belief, payoff, regret, onPath, reach }: SetStrategy): readonly Block[] {
  const items: Text[] = [];
  if (beliefs.length > 1)
    items.push([
      onPath ? "believes " : belief === "one-of-many" ? "must believe, for instance, " : "must believe ",
      ...series(
        beliefs.map(
          ({ path, label, probability, low, high }): Text => [
            `${number(probability)}${low !== undefined && high !== undefined && high - low > 1e-9 ? ` (${number(low)} to ${number(high)})` : ""} `,
            ...(path.length > 0 ? ["after ", name(path.join(", "))] : ["at ", name(label)]),
          ],
        ),
      ),
    ]);
  const reached = reach < 1 - 1e-9 && onPath ? `; play comes here with chance ${number(reach)}` : "";
  items.push(`expects ${number(payoff)}${regret > 1e-9 ? `, and could gain ${number(regret)}` : ""}${reached}`);
  return [{ kind: "list", items }];
}

function actionWords({ actions }: SetStrategy): Text {
  const played = actions.filter(({ probability }) => probability > 0);
  const [only] = played;
  if (only && played.length === 1) return actionName(only.name);
  return series(
    played.map(
      ({ name: action, probability, low, high }): Text => [
        ...actionName(action),
        ` with ${number(probability)}`,
        low !== undefined && high !== undefined && high - low > 1e-9 ? ` (${number(low)} to ${number(high)})` : "",
      ],
    ),
  );
}

function player(players: readonly string[], { player: index }: SetStrategy): Inline {
  const written = players[index];
  return name(written === undefined || written === "" ? `player ${index + 1}` : written);
}

function setName({ name: written, set }: SetStrategy): Text {
  return written === "" ? `information set ${set}` : ["“", name(written), "”"];
}

/** Unnamed strategies of a table are numbers. */
function actionName(written: string): readonly Inline[] {
  return /^\d*$/.test(written) ? [`strategy ${written}`] : ["“", name(written), "”"];
}

function number(value: number): string {
  return written(Math.round(value * 1e4) / 1e4);
}

function plain(id: string, title: string, answer: Text): Section {
  return { id, title, answer, blocks: [] };
}
