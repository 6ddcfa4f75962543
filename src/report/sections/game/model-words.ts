import type { GameModel, ModelSetting, SolverAgreement } from "#durability";
import type { Section, Text } from "../../document/document.ts";

/** A model's game as its user asked it: its numbers, what the closed form finds, and whether the solver says the same. */
export type GameModelWords = {
  readonly model: GameModel;
  readonly settings: readonly ModelSetting[];
  readonly finding: readonly string[];
  readonly solver: SolverAgreement;
};

export function modelAnswer({ finding, solver }: GameModelWords): readonly Text[] {
  return [...finding, agreementWords[solver]];
}

const agreementWords = {
  agrees: "The solver, which knows no formula, finds the same play.",
  "not-found":
    "The solver's list is complete and this play is not on it: one of the two is wrong. Please report it with these numbers.",
  "not-decided": "The solver did not find this play, but its list is not complete: it decides nothing.",
} as const;

export function modelNumbersSection({ model, settings }: GameModelWords): Section {
  const anyDefault = settings.some(({ isDefault }) => isDefault);
  return {
    id: "numbers",
    title: "The numbers",
    answer: anyDefault
      ? "Those marked default are round numbers of a textbook, not judgements of any case; --with name=value sets others."
      : "All were given.",
    blocks: [
      {
        kind: "list",
        items: settings.map(
          ({ name, value, isDefault }): Text =>
            `${name} = ${String(value).replace("-", "−")}${isDefault ? " (default)" : ""}: ${model.parameters[name]?.meaning ?? ""}`,
        ),
      },
    ],
  };
}
