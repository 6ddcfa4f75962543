import { expect, test } from "vitest";
import { type Random, seededRandom } from "#prelude";
import { type DecisionDiagram, DiagramTooWide, decisionDiagram } from "./decision-diagram.ts";

type Term = ReadonlyMap<number, Uint8Array>;
type Example = {
  readonly sizes: readonly number[];
  readonly forbidden: readonly Term[];
  readonly bonuses: readonly Term[];
};

function example(seed: number): Example {
  const random = seededRandom(seed);
  const sizes = Array.from({ length: 1 + random.below(5) }, () => 1 + random.below(4));
  const terms = (count: number) => Array.from({ length: count }, () => term(random, sizes));
  return { sizes, forbidden: terms(random.below(4)), bonuses: terms(random.below(5)) };
}

/** Over one to three issues; now and then no option keeps it alive. */
function term(random: Random, sizes: readonly number[]): Term {
  const issues = new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(sizes.length)));
  return new Map(
    [...issues].map((issue) => [issue, Uint8Array.from({ length: sizes[issue]! }, () => random.below(2))]),
  );
}

/** Options per issue, in the agenda's order. */
function everySettlement(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((options) => Array.from({ length: size }, (_, option) => [...options, option])),
    [[]],
  );
}

const covers = (flags: Term, options: readonly number[]): boolean =>
  [...flags].every(([issue, alive]) => alive[options[issue]!] === 1);

/** The bonuses that complete on the settlement's way through the diagram; undefined when the way ends early. */
function followed(
  diagram: DecisionDiagram,
  sizes: readonly number[],
  options: readonly number[],
): number[] | undefined {
  if (diagram.empty) return undefined;
  const complete: number[] = [];
  let node = 0;
  for (const [k, issue] of diagram.order.entries()) {
    const arc = diagram.arcStart[k]! + (node - diagram.layerStart[k]!) * sizes[issue]! + options[issue]!;
    if (diagram.child[arc]! < 0) return undefined;
    complete.push(...diagram.firedSets[diagram.fired[arc]!]!);
    node = diagram.child[arc]!;
  }
  expect(node).toBe(diagram.nodes - 1);
  return complete.sort((a, b) => a - b);
}

test("a settlement has a way through the diagram exactly when no forbidden combination covers it, and meets the bonuses that hold", () => {
  for (let seed = 1; seed <= 400; seed++) {
    const { sizes, forbidden, bonuses } = example(seed);
    const diagram = decisionDiagram(sizes, forbidden, bonuses);
    for (const options of everySettlement(sizes)) {
      const holding = bonuses.flatMap((flags, b) => (covers(flags, options) ? [b] : []));
      const expected = forbidden.some((flags) => covers(flags, options)) ? undefined : holding;
      expect([seed, options, followed(diagram, sizes, options)]).toEqual([seed, options, expected]);
    }
  }
});

test("a layer has as many nodes as there are different ways to go on: none alike, none without an end", () => {
  let merged = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const { sizes, forbidden, bonuses } = example(seed);
    const diagram = decisionDiagram(sizes, forbidden, bonuses);
    const left = everySettlement(sizes).filter((options) => !forbidden.some((flags) => covers(flags, options)));
    expect(diagram.empty).toBe(left.length === 0);
    if (diagram.empty) continue;
    const { order } = diagram;
    // a bonus belongs to what follows when the last of its issues does
    const last = bonuses.map((flags) => Math.max(...[...flags.keys()].map((issue) => order.indexOf(issue))));
    order.forEach((_, k) => {
      const ways = new Map<string, string[]>();
      for (const options of left) {
        const inOrder = order.map((issue) => options[issue]!);
        const later = bonuses.flatMap((flags, b) => (last[b]! >= k && covers(flags, options) ? [b] : []));
        const start = inOrder.slice(0, k).join(" ");
        ways.set(start, [...(ways.get(start) ?? []), `${inOrder.slice(k).join(" ")}: ${later.join(" ")}`]);
      }
      const different = new Set([...ways.values()].map((each) => each.sort().join("|"))).size;
      expect([seed, k, diagram.layerStart[k + 1]! - diagram.layerStart[k]!]).toEqual([seed, k, different]);
      if (different < ways.size) merged++;
    });
  }
  expect(merged).toBeGreaterThan(100);
});

test("issues linked all to all pass a small limit and are refused by name, and fit under a large one", () => {
  const sizes = [3, 3, 3, 3, 3, 3];
  const pairs = sizes.flatMap((_, i) => sizes.flatMap((_, j) => (i < j ? [[i, j] as const] : [])));
  const bonuses = pairs.map(([i, j]) => new Map([i, j].map((issue) => [issue, Uint8Array.of(0, 1, 0)])));
  expect(() => decisionDiagram(sizes, [], bonuses, 4)).toThrow(DiagramTooWide);
  expect(decisionDiagram(sizes, [], bonuses, 100).empty).toBe(false);
});

test("without combinations every layer has one node", () => {
  expect([...decisionDiagram([2, 3, 4], [], []).layerStart]).toEqual([0, 1, 2, 3, 4]);
});
