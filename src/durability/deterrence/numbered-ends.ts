import type { TerminalNode } from "#model";
import type { Rational } from "#prelude";

/** Makes the ends of one game, whose outcomes are numbered 1, 2, ... in the order in which they are made. */
export function numberedEnds(): (name: string, payoffs: readonly Rational[]) => TerminalNode {
  let number = 0;
  return (name, payoffs) => {
    number += 1;
    return { kind: "terminal", label: "", outcome: { number, name, payoffs } };
  };
}
