import { type GameModel, gameModels, type ModelParameter, type ModelReading, type ModelSetting } from "#durability";
import { ok, type Result } from "#prelude";
import { couldNotRun, type Failure } from "./failure.ts";
import { didYouMean } from "./nearest-name.ts";

export type AskedModel = {
  readonly model: GameModel;
  readonly settings: readonly ModelSetting[];
  readonly reading: Extract<ModelReading, { readonly kind: "answer" }>;
};

/** The model of `--model` at the numbers of `--with name=value`. */
export function askedModel(written: string, words: readonly string[]): Result<AskedModel, Failure> {
  const model = gameModels.find(({ id }) => id === written);
  if (!model) {
    const known = gameModels.map(({ id }) => id);
    const list = gameModels.map(({ id, about }) => `  ${id}: ${about}`);
    return couldNotRun([`There is no model "${written}".${didYouMean(written, known)} There are:`, ...list].join("\n"));
  }
  const given = givenNumbers(model, words);
  if (!given.ok) return given;
  const reading = model.read(given.value);
  const settings = model.settings(given.value);
  if (reading.kind === "answer") return ok({ model, settings, reading });
  const ordered = settings.filter(({ name }) => reading.order.split(/[ ,]+/).includes(name));
  return couldNotRun(
    `The model is about numbers in the order\n  ${reading.order}.\nHere ${ordered.map(({ name, value, isDefault }) => `${name} is ${value}${isDefault ? " (default)" : ""}`).join(", ")}.`,
  );
}

/** Every model with its numbers, for `--models`. */
export function modelList(): string {
  return gameModels
    .map(({ id, about, parameters }) => [`${id}: ${about}`, ...parameterLines(parameters)].join("\n"))
    .join("\n\n");
}

function givenNumbers(model: GameModel, words: readonly string[]): Result<Readonly<Record<string, number>>, Failure> {
  const given: Record<string, number> = {};
  for (const word of words) {
    const [name = "", text = "", ...rest] = word.split("=");
    if (name === "" || text === "" || rest.length > 0)
      return couldNotRun(`--with takes name=value, such as ${example(model)}; "${word}" is not that.`);
    const parameter = Object.hasOwn(model.parameters, name) ? model.parameters[name] : undefined;
    if (!parameter) {
      const known = Object.keys(model.parameters);
      return couldNotRun(
        [
          `The model ${model.id} has no number "${name}".${didYouMean(name, known)} It has:`,
          ...parameterLines(model.parameters),
        ].join("\n"),
      );
    }
    const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
    if (!inRange(value, parameter))
      return couldNotRun(`${name} is ${rangeWords(parameter)}; "${text}" is not. It is ${parameter.meaning}.`);
    if (given[name] !== undefined && given[name] !== value)
      return couldNotRun(`--with gives ${name} two values, ${given[name]} and ${value}; it can take one.`);
    given[name] = value;
  }
  return ok(given);
}

function inRange(value: number, { low, high, open, whole }: ModelParameter): boolean {
  if (whole && !Number.isInteger(value)) return false;
  return open ? value > low && value < high : value >= low && value <= high;
}

function rangeWords({ low, high, open, whole }: ModelParameter): string {
  const [least, most] = [low, high].map((end) => String(end).replace(/\B(?=(\d{3})+$)/g, ","));
  if (open) return `a number above ${least} and below ${most}`;
  return `a ${whole ? "whole " : ""}number from ${least} to ${most}`;
}

function parameterLines(parameters: GameModel["parameters"]): readonly string[] {
  return Object.entries(parameters).map(([name, parameter]) => {
    const { standard, meaning } = parameter;
    const otherwise = typeof standard === "number" ? standard : `as ${standard.sameAs}`;
    return `  ${name}: ${meaning}; ${rangeWords(parameter)}, default ${otherwise}`;
  });
}

function example({ parameters }: GameModel): string {
  const [[name, parameter] = ["name", undefined]] = Object.entries(parameters);
  return `${name}=${typeof parameter?.standard === "number" ? parameter.standard : 1}`;
}
