import type { StateCode } from "#model";

/** The levers taken in the state, as they are written in a file: "accept, insist"; nothing for none. */
export function stateWords(code: StateCode, levers: readonly string[]): string {
  return levers.filter((_, lever) => (code >> lever) & 1).join(", ");
}
