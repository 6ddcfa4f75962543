import type { OptionId } from "#model";
import type { Answer, Share } from "#prelude";

/** One parameter of one model: `owner` is the id of the guarantee, limit or shift. */
export type ParameterReference = {
  readonly owner: string;
  readonly parameter: string;
  readonly symbol: string;
  readonly name: string;
  readonly placeholder: boolean;
  /** Where monitoring options are compared and not all of them share this judgement: the options that do. */
  readonly options?: readonly OptionId[];
};

/**
 * A number, or a threshold, that follows from judgements. `answer` is exact where every input is one judged number, and
 * bounded where an input has a range: the least and greatest value over all ranges together.
 */
export type Quantity<T = number> = {
  readonly answer: Answer<T>;
  /** At the stated values, the middle of a judged range; absent where an input is a placeholder or unknown. */
  readonly stated?: T;
  /** The placeholders it rests on. */
  readonly restsOn: readonly ParameterReference[];
};

/**
 * A verdict that follows from judgements.
 * - `decided`: the same wherever every placeholder lies in its range, all else at its stated value. `possible` still lists
 *   every verdict that occurs anywhere in the ranges, those of stated judgements too.
 * - `open`: it rests on placeholders, so there is no verdict at a point.
 * Every verdict of `possible` was met somewhere in the ranges; `complete` says that there is proof of no other. It stands in
 * the order of the model's verdicts, from what keeps the peace best to what keeps it least.
 */
export type JudgedVerdict<V extends string> =
  | {
      readonly status: "decided";
      readonly verdict: V;
      readonly possible: readonly V[];
      readonly complete: boolean;
      readonly turns: readonly Turn<V>[];
      readonly shares?: readonly VerdictShare<V>[];
    }
  | {
      readonly status: "open";
      readonly possible: readonly V[];
      readonly complete: boolean;
      readonly restsOn: readonly ParameterReference[];
      readonly turns: readonly Turn<V>[];
      readonly shares?: readonly VerdictShare<V>[];
    }
  | { readonly status: "unknown"; readonly reason: string };

/**
 * Along the range of one parameter, with the others at their stated values and placeholders at their middles: where the
 * verdict turns. Placeholders stand first.
 */
export type Turn<V extends string> = {
  readonly parameter: ParameterReference;
  readonly low: number;
  readonly high: number;
  /** Each value at which it turns, ascending, to `flipTolerance` of the range, with the verdict on either side. */
  readonly flips: readonly { readonly at: number; readonly below: V; readonly above: V }[];
  /** The verdict all along, where there is no flip. */
  readonly throughout?: V;
  /** The other placeholders that are held at their middles: with any of them a flip is one of a family. */
  readonly given: readonly ParameterReference[];
};

export type ShareOfDraws = Share & { readonly seed: number };

export type VerdictShare<V extends string> = { readonly verdict: V } & ShareOfDraws;

/** Of the range of the parameter that is moved. */
export const flipTolerance = 1e-9;
