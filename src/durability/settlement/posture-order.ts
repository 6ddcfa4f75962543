import { compareNear } from "./compare-near.ts";
import type { PostureOrder } from "./durability-report.ts";
import type { ParameterReference } from "./judged-verdict.ts";
import { shareOf } from "./tally.ts";

/** One posture at the stated values, placeholders at their middles. */
export type PostureAtStated = {
  readonly id: string;
  /** v*, or an infinity. */
  readonly prize: number;
  readonly intervention: number;
  /** Why v* is unknown. */
  readonly reason: string | undefined;
  /** The placeholders of v*. */
  readonly restsOn: readonly ParameterReference[];
  /** Its chance of intervention is a placeholder. */
  readonly guessed: boolean;
};

/**
 * The order of the postures by v*, and in how many draws it stands.
 *
 * If nothing but the judged chance of intervention differs, the order is that of these judgements wherever the other
 * quantities lie, placeholders too, because v* never falls in q; it is given as assumed. Any other order is derived, and
 * is open as soon as a placeholder enters.
 */
export function postureOrder(
  postures: readonly PostureAtStated[],
  sameButIntervention: boolean,
): {
  readonly observe: (prizes: Float64Array) => void;
  readonly result: (n: number, seed: number) => PostureOrder;
} {
  const { length } = postures;
  const above = new Int32Array(length * length);
  const ranks = ranksOf(postures);
  const assumed = sameButIntervention && sameOrder(postures);
  let stood = 0;
  return {
    observe: (prizes) => {
      for (let a = 0; a < length; a++) {
        for (let b = 0; b < length; b++) if (prizes[b]! > prizes[a]!) above[a * length + b]! += 1;
      }
      if (stands(ranks, prizes)) stood++;
    },
    result: (n, seed) => {
      const reason = postures.find((posture) => posture.reason !== undefined)?.reason;
      if (reason !== undefined) return { status: "unknown", reason };
      const id = (place: number): string => postures[place]!.id;
      const pair = (low: number, high: number) => ({
        below: id(low),
        above: id(high),
        ...(n > 0 ? { share: shareOf(above[low * length + high]!, n, seed) } : {}),
      });
      const open = assumed
        ? postures.some(({ guessed }) => guessed)
        : postures.some(({ restsOn }) => restsOn.length > 0);
      if (open) {
        const places = postures.map((_, place) => place);
        const restsOn = new Map(
          postures.flatMap((posture) => posture.restsOn).map((reference) => [reference.parameter, reference]),
        );
        return {
          status: "open",
          restsOn: [...restsOn.values()],
          pairs: places.flatMap((low) => places.slice(low + 1).map((high) => pair(low, high))),
        };
      }
      return {
        status: "ordered",
        ranks: ranks.map((rank) => rank.map(id)),
        basis: assumed ? "assumed" : "derived",
        ...(n > 0 ? { share: shareOf(stood, n, seed) } : {}),
        adjacent: ranks
          .slice(1)
          .flatMap((rank, before) => ranks[before]!.flatMap((low) => rank.map((high) => pair(low, high)))),
      };
    },
  };
}

/** Places of the postures, the lowest v* first; ties together, in the order of the postures. */
function ranksOf(postures: readonly PostureAtStated[]): readonly (readonly number[])[] {
  const places = postures.map((_, place) => place);
  const prize = (place: number): number => postures[place]!.prize;
  places.sort((a, b) => (prize(a) === prize(b) ? a - b : prize(a) - prize(b)));
  const ranks: number[][] = [];
  for (const place of places) {
    const last = ranks.at(-1);
    if (last && compareNear(prize(last[0]!), prize(place)) === 0) last.push(place);
    else ranks.push([place]);
  }
  return ranks.map((rank) => rank.sort((a, b) => a - b));
}

function stands(ranks: readonly (readonly number[])[], prizes: Float64Array): boolean {
  for (let rank = 1; rank < ranks.length; rank++) {
    for (const low of ranks[rank - 1]!)
      for (const high of ranks[rank]!) if (!(prizes[low]! < prizes[high]!)) return false;
  }
  return true;
}

/** The order by v* is the order by the chance of intervention, with the same ties. */
function sameOrder(postures: readonly PostureAtStated[]): boolean {
  return postures.every((a) =>
    postures.every((b) => compareNear(a.prize, b.prize) === compareNear(a.intervention, b.intervention)),
  );
}
