import type { PartyId } from "#model";
import { series, type Text } from "../document/document.ts";
import { points } from "./format-number.ts";
import type { Names } from "./names.ts";

/** "0.5 points for Ukraine and 2.1 for Russia": how far off a bound leaves each party; parties it leaves exact are not named. */
export function boundWords(epsilon: Readonly<Record<PartyId, number>>, names: Names): Text {
  const off = Object.entries(epsilon).filter(([, by]) => by !== 0);
  if (off.length === 0) return "0 points for every party";
  return series(
    off.map(([party, by], at) => {
      const size = points(by, names.scale(party));
      return [at > 0 ? `${size} for ` : size === "1.0" ? "1.0 point for " : `${size} points for `, names.party(party)];
    }),
  );
}
