import type { Game, StrategicGame } from "#model";
import type { Inspection } from "../compliance/inspection.ts";
import type { Backstop } from "../deterrence/backstop.ts";
import type { PrivateCostBargaining } from "../deterrence/private-cost-bargaining.ts";
import type { RudimentaryDeterrence } from "../deterrence/rudimentary-deterrence.ts";
import type { SeparatingCosts, Tripwire } from "../deterrence/tripwire.ts";
import type { TwoSidedDeterrence } from "../deterrence/two-sided-deterrence.ts";
import type { Ultimatum } from "../deterrence/ultimatum.ts";
import type { ExpectedChoice } from "./solver-agreement.ts";

/** A number of a model that its user may set. */
export type ModelParameter = {
  readonly meaning: string;
  /** Both ends belong to the range, unless `open`. */
  readonly low: number;
  readonly high: number;
  readonly open?: true;
  readonly whole?: true;
  /** What it is unless given: a round number of a textbook, not a judgement of any case; or the same as another one. */
  readonly standard: number | { readonly sameAs: string };
};

/** What the closed form of each model says. */
export type ModelAnswer =
  | {
      readonly model: "backstop";
      readonly backstop: Backstop;
      /** q and k*. */
      readonly credibility: number;
      readonly resolve: number;
    }
  | {
      readonly model: "tripwire";
      readonly tripwire: Tripwire;
      /** q*, or null where an intervention takes nothing from an attack. */
      readonly threshold: number | null;
      readonly bindingTie: number;
      readonly separatingCosts: SeparatingCosts;
    }
  | { readonly model: "deterrence"; readonly deterrence: Exclude<RudimentaryDeterrence, OutOfOrder> }
  | { readonly model: "two-sided"; readonly twoSided: Exclude<TwoSidedDeterrence, OutOfOrder> }
  | {
      readonly model: "ultimatum";
      /** With the game's finitely many responders and demands. */
      readonly discrete: Ultimatum;
      /** With any demand, and costs spread evenly. */
      readonly continuous: PrivateCostBargaining;
    }
  | { readonly model: "inspection"; readonly inspection: Inspection };

type OutOfOrder = { readonly kind: "out-of-order" };

export type ModelReading =
  /** The model is about another order of these numbers; `order` says which. */
  | { readonly kind: "out-of-order"; readonly order: string }
  | {
      readonly kind: "answer";
      readonly answer: ModelAnswer;
      readonly game: Game | StrategicGame;
      /** The play that the closed form expects; where it ties, one for each of its answers. */
      readonly expected: readonly (readonly ExpectedChoice[])[];
    };

export type ModelSetting = { readonly name: string; readonly value: number; readonly isDefault: boolean };

export type GameModel = {
  readonly id: ModelAnswer["model"];
  readonly about: string;
  readonly parameters: Readonly<Record<string, ModelParameter>>;
  /** Every parameter in its order, those not given at their default. */
  readonly settings: (given: Readonly<Record<string, number>>) => readonly ModelSetting[];
  /** The closed form and the game at these numbers, which are taken to lie within their ranges. */
  readonly read: (given: Readonly<Record<string, number>>) => ModelReading;
};

/** A model whose numbers are known by name inside it, as one of a list in which they are not. */
export function gameModel<Name extends string>({
  id,
  about,
  parameters,
  read,
}: {
  readonly id: GameModel["id"];
  readonly about: string;
  readonly parameters: Readonly<Record<Name, ModelParameter>>;
  readonly read: (values: Readonly<Record<Name, number>>) => ModelReading;
}): GameModel {
  const byName: Readonly<Record<string, ModelParameter>> = parameters;
  const valueNamed = (name: string, given: Readonly<Record<string, number>>): number => {
    const standard = byName[name]?.standard ?? Number.NaN;
    return given[name] ?? (typeof standard === "number" ? standard : valueNamed(standard.sameAs, given));
  };
  const settings = (given: Readonly<Record<string, number>>) =>
    Object.keys(parameters).map((name) => ({
      name,
      value: valueNamed(name, given),
      isDefault: given[name] === undefined,
    }));
  return {
    id,
    about,
    parameters,
    settings,
    read: (given) => {
      const values = Object.fromEntries(settings(given).map(({ name, value }) => [name, value]));
      // settings names every parameter
      return read(values as Record<Name, number>);
    },
  };
}

const most = 1_000_000;

/** Points of a scale of the user's choice. */
export function points(meaning: string, standard: number, low = 0): ModelParameter {
  return { meaning, low, high: most, standard };
}

/** Points that may be negative. */
export function anyPoints(meaning: string, standard: number): ModelParameter {
  return points(meaning, standard, -most);
}

export function chance(meaning: string, standard: number): ModelParameter {
  return { meaning, low: 0, high: 1, standard };
}

/** A chance strictly between 0 and 1: the model is about not knowing. */
export function doubt(meaning: string, standard: number): ModelParameter {
  return { ...chance(meaning, standard), open: true };
}
