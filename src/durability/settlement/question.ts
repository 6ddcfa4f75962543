import type { Frame, Slot } from "./frame.ts";

/** What is asked of a frame. */
export type Question<F extends string, T> = {
  readonly frame: Frame<F>;
  /** The parameters that the answer depends on. */
  readonly needs: readonly string[];
  /** At the frame's point, which is settled. */
  readonly at: (point: Record<F, number>) => T;
  /** Parameters in which the answer need not be monotone: looked at in steps between their ends. */
  readonly inSteps?: readonly string[];
};

/** Those that the question depends on and that have a range; placeholders first. */
export function rangedSlots<F extends string>({ frame, needs }: Question<F, unknown>): readonly Slot<F>[] {
  const ranged = frame.slots.filter(({ low, high, reference }) => low < high && needs.includes(reference.parameter));
  const isPlaceholder = ({ reference }: Slot<F>): boolean => reference.placeholder;
  return [...ranged.filter(isPlaceholder), ...ranged.filter((slot) => !isPlaceholder(slot))];
}

/** The placeholders that the question depends on, also those whose range is one point. */
export function placeholdersOf<F extends string>({ frame, needs }: Question<F, unknown>): Slot<F>["reference"][] {
  return frame.slots
    .map(({ reference }) => reference)
    .filter(({ placeholder, parameter }) => placeholder && needs.includes(parameter));
}

/** The answer with these quantities moved there; the point stays moved. */
export function askedAt<F extends string, T>(
  { frame, at }: Question<F, T>,
  slots: readonly Slot<F>[],
  values: readonly number[],
): T {
  const { point, settle } = frame;
  for (let i = 0; i < slots.length; i++) point[slots[i]!.field] = values[i]!; // one value for each slot
  settle(point);
  return at(point);
}

/** Steps between the ends of a parameter in which the answer need not be monotone. */
export const steps = 16;

/**
 * Visits every corner of the ranges of these slots, all else as it is. What is monotone in each quantity by itself, in
 * whichever sense and with the others anywhere, is least and greatest at corners: move one quantity after another to the
 * end at which it does not fall. That covers every ratio of functions that are straight in each quantity.
 */
export function visitCorners<F extends string, T>(
  question: Question<F, T>,
  slots: readonly Slot<F>[],
  visit: (answer: T, values: readonly number[]) => void,
): void {
  const marks = slots.map(({ low, high, reference }) =>
    question.inSteps?.includes(reference.parameter)
      ? Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps)
      : [low, high],
  );
  const values = marks.map(([first]) => first!); // every slot has two marks or more
  const turn = (place: number): void => {
    if (place === slots.length) {
      visit(askedAt(question, slots, values), values);
      return;
    }
    for (const mark of marks[place]!) {
      values[place] = mark;
      turn(place + 1);
    }
  };
  turn(0);
}
