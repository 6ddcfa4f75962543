import { expect, test } from "vitest";
import { run } from "#prelude";
import { scenario } from "../../../test/tiny-scenario.ts";
import { analyze } from "../analyze.ts";

/** Two settlements that give 50 points to each, one of them this much more to A, the other a little to B. */
const nearlyTied = (more: number) =>
  scenario({
    issues: { land: ["east", "west", "neither"] },
    sheets: {
      A: { reservation: 0, issues: { land: [1, { east: 50 + more, west: 50, neither: 12.34567890123456 }] } },
      B: { reservation: 0, issues: { land: [1, { east: 50, west: 50.00000000000005, neither: 12.34567890123456 }] } },
    },
  });

const statuses = (more: number, frontierLabels: number) =>
  Object.values(run(analyze(nearlyTied(more), { frontierLabels })).solutions).map(({ status }) => status);

test("where numbers are rounded, a tie or a lead within the rounding is bounded, read off the frontier or searched for", () => {
  for (const labels of [3_000_000, 1]) {
    expect(statuses(0.0000000000001, labels)).toEqual(["bounded", "bounded", "bounded", "bounded"]);
  }
});

test("a lead well beyond the rounding is exact where the frontier shows how far the next settlement is behind", () => {
  const [nashBargaining, , , utilitarian] = statuses(1, 3_000_000);
  expect([nashBargaining, utilitarian]).toEqual(["exact", "exact"]);
});
