import { drawDurability } from "#durability";
import type { Durability, Parameter, Scenario } from "#model";
import { seededRandom } from "#prelude";

/**
 * Puts one draw after another of what is judged about guarantees into a scenario; of limits and shifts no question is
 * asked in draws. Their stream is their own: its seed is the first number of the seed's stream, so that the draws of the
 * sheets stay what they are without it.
 */
export function durabilityDraws({ durability }: Scenario, seed: number): (drawn: Scenario) => Scenario {
  if (!durability) return (drawn) => drawn;
  const random = seededRandom(seededRandom(seed).uint32());
  const guaranteed = { ...durability, limits: [], shifts: [] };
  return (drawn) => {
    const { guarantees } = asJudged(drawDurability(guaranteed, random));
    return { ...drawn, durability: { ...durability, guarantees } };
  };
}

/**
 * In a draw a placeholder is a number like any other. What rests on one has been left undecided as written, and is not
 * drawn at all, unless it is the same wherever the placeholder lies.
 */
function asJudged(durability: Durability): Durability {
  return {
    ...durability,
    guarantees: durability.guarantees.map((guarantee) => {
      const parameters = Object.entries<Parameter>(guarantee.parameters).map(([name, { cases }]) => {
        return [name, { cases: cases.map((one) => (one.placeholder ? { ...one, placeholder: false } : one)) }];
      });
      return { ...guarantee, parameters: Object.fromEntries(parameters) };
    }),
  };
}
