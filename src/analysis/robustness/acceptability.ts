import type { Choices, Scenario } from "#model";
import { seededRandom } from "#prelude";
import type { AnalysisOptions } from "../options.ts";
import { rulesInForce } from "../rules-in-force.ts";
import type { Search } from "../search.ts";
import { drawFrame } from "./draw-frame.ts";
import { perturbSheet, type Spread, standardSpread } from "./perturb.ts";
import { prepareMany } from "./prepare-many.ts";

/**
 * In how many of the draws each settlement is accepted by all consenting parties: stochastic multicriteria
 * acceptability over many candidates at once, on the same draws as `robustness` with the same seed. Lines and rules are
 * not asked: pass settlements that keep them.
 * Time: one addition per draw, settlement, party and group of about three issues, less where a party already refuses.
 * Source: Lahdelma and Salminen 2001, SMAA-2, for the idea of acceptability over draws.
 */
export function* acceptability(
  scenario: Scenario,
  settlements: readonly Choices[],
  options: AnalysisOptions & { readonly draws?: number; readonly spread?: Spread } = {},
): Search<{ readonly accepted: Int32Array; readonly draws: number }> {
  const { draws = 1000, spread = standardSpread, seed = 1 } = options;
  const random = seededRandom(seed);
  const frame = drawFrame(scenario, rulesInForce(scenario, options));
  const { issues, offset, parties, inForce } = frame.space.problem;
  const sheets = parties.map((party) => scenario.sheets.find((sheet) => sheet.party === party)!);
  const many = prepareMany(
    frame,
    settlements.map((choices) =>
      issues.map((issue, i) => offset[i]! + issue.options.findIndex(({ id }) => id === choices[issue.id])),
    ),
  );
  const accepted = new Int32Array(settlements.length);
  const alive = new Int32Array(settlements.length);
  const least = inForce.tie === "refuses" ? 1e-9 : -1e-9;
  // the party that has refused most comes first, so that the others have less to look at
  const refused = parties.map((_, p) => ({ p, count: 0 }));
  let made = 0;
  for (; made < draws; made++) {
    if (made % 32 === 31 && (yield { phase: "acceptability", done: made, of: draws, refinable: false }) === "finish")
      break;
    frame.load(sheets.map((sheet) => perturbSheet(sheet, random, spread)));
    for (let s = 0; s < alive.length; s++) alive[s] = s;
    let left = alive.length;
    for (const each of refused) {
      const kept = frame.keepAccepted(each.p, many, alive, left, least);
      each.count += left - kept;
      left = kept;
    }
    for (let a = 0; a < left; a++) accepted[alive[a]!]!++;
    if (made % 256 === 255) refused.sort((a, b) => b.count - a.count);
  }
  return { accepted, draws: made };
}
