import { expect, test } from "vitest";
import { evidence, forbid, line, named, scenario, when } from "../../test/tiny-scenario.ts";
import { hollowConsensus } from "./hollow-consensus.ts";

// One issue, so utility is the option's value. G gives the help and will not fight; H needs help to be worth 60.
const build = (
  values: { readonly middle: number },
  more: { readonly authors?: string[]; readonly rules?: boolean } = {},
) =>
  scenario({
    issues: { help: ["none", "support", "middle", "fight"] },
    sheets: {
      G: {
        reservation: 50,
        issues: { help: [1, { none: 60, support: 100, middle: 55, fight: 90 }] },
        redLines: [line("no-fight", when({ help: "fight" }))],
      },
      H: { reservation: 60, issues: { help: [1, { none: 0, support: 40, middle: values.middle, fight: 100 }] } },
      X: { reservation: 0, issues: { help: [1, { none: 0, support: 0, middle: 0, fight: 0 }] } },
    },
    packages: [
      named("text", { help: "support" }, { authors: more.authors ?? ["G", "H"] }),
      named("partial", {}, { authors: ["G", "H"] }),
    ],
    agenda: {
      terms: [
        {
          id: "backing",
          wording: "backing",
          issue: "help",
          readings: { G: "support", H: "fight" },
          evidence: evidence(),
        },
      ],
      ...(more.rules ? { rules: [forbid("r", when({ help: "middle" }))] } : {}),
    },
  });

test("two authors who accept only under their own reading agree in name only, and the bridging reading is named", () => {
  expect(hollowConsensus(build({ middle: 70 }), {})).toEqual([
    {
      term: "backing",
      package: "text",
      authors: ["G", "H"],
      hollow: true,
      ownReading: [
        { party: "G", reading: "support", accepts: true },
        { party: "H", reading: "fight", accepts: true },
      ],
      declared: [
        { reading: "support", acceptedBy: ["G"], refusedBy: [{ party: "H", by: "value", shortfall: 20 }] },
        {
          reading: "fight",
          acceptedBy: ["H"],
          refusedBy: [{ party: "G", by: "line", line: "no-fight", undated: true }],
        },
      ],
      bridging: ["middle"],
    },
  ]);
});

test("no option bridges when the middle one is too little, or breaks a rule", () => {
  expect(hollowConsensus(build({ middle: 59 }), {})[0]!.bridging).toEqual([]);
  expect(hollowConsensus(build({ middle: 70 }, { rules: true }), {})[0]!.bridging).toEqual([]);
});

test("with the giver's line set aside one reading suits both, so the consensus is not hollow", () => {
  const [found] = hollowConsensus(build({ middle: 70 }), { withoutRedLines: true });
  expect(found!.hollow).toBe(false);
  expect(found!.declared[1]!.acceptedBy).toEqual(["G", "H"]);
});

test("an author without a declared reading reads the term as written", () => {
  const [found] = hollowConsensus(build({ middle: 70 }, { authors: ["G", "X"] }), {});
  expect(found!.ownReading[1]).toEqual({ party: "X", reading: "support", accepts: true });
  expect(found!.hollow).toBe(false);
});

test("an author is judged by its own lines whether or not it must consent", () => {
  const tiny = build({ middle: 70 });
  const found = hollowConsensus({ ...tiny, agenda: { ...tiny.agenda, consent: ["H"] } }, {});
  expect(found[0]!.hollow).toBe(true);
});

test("one author alone cannot talk past another", () => {
  expect(hollowConsensus(build({ middle: 70 }, { authors: ["H"] }), {})).toEqual([]);
});
