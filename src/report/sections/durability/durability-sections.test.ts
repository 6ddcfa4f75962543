import { describe, expect, test } from "vitest";
import type { Block, Section, Table, Text } from "../../document/document.ts";
import { plainText } from "../../document/plain-text.ts";
import {
  attackAndAnswer,
  type DurableFixture,
  durableContext,
  judgedGuarantee,
  type Written,
} from "../../fixture/durable-context.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { durabilitySections } from "./durability-sections.ts";
import { durabilityVerdicts } from "./durability-verdicts.ts";

const sectionOf = (id: string, fixture: DurableFixture): Section => {
  const section = durabilitySections(durableContext(fixture)).find((one) => one.id === id);
  if (!section) throw new Error(`There is no section ${id}.`);
  return section;
};
const said = (id: string, fixture: DurableFixture): string => plainText(sectionOf(id, fixture).answer);
const verdictOf = (section: string, context: DurabilityContext): string =>
  plainText(durabilityVerdicts(context).find((one) => one.section === section)?.verdict ?? "no such verdict");

/** Every table of a section, folded ones too. */
const tablesOf = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap((block): readonly Table[] => {
    if (block.kind === "table") return [block];
    if (block.kind === "figure") return [block.table];
    if (block.kind === "details") return tablesOf(block.body);
    return [];
  });
const rowsOf = (section: Section): readonly string[] =>
  tablesOf(section.blocks).flatMap(({ rows }) =>
    rows.map((row) => row.map((cell: Text) => plainText(cell)).join(" | ")),
  );

describe("would an attack pay: (0.5 v - 30) / 100 is the chance of intervention that deters", () => {
  const withPrize = (prize: Written): DurableFixture => ({ guarantee: { ...judgedGuarantee, prize } });

  test.each([
    [50, "does not pay even if European coalition of the willing stay out: safe without a guarantee."],
    [
      90,
      "does not pay: deterred. European coalition of the willing would fight with a chance of 0.2, as judged, where 0.15 is enough: a margin of 0.05.",
    ],
    [
      110,
      "pays: hollow guarantee. European coalition of the willing would fight with a chance of 0.2, as judged, where it takes 0.25: a gap of 0.05.",
    ],
    [300, "pays even if European coalition of the willing fight for certain: no guarantee deters."],
  ])("a prize of %d", (prize, words) => {
    expect(said("guarantee-guarantee", withPrize(prize))).toBe(
      `Under “The package as presented”, an attack by Russia on Ukraine ${words} Their fighting is judged to raise the cost of an attack, not to lower its chance of success.`,
    );
  });

  test("a prize that nobody judged leaves it open, and says where the verdict turns instead", () => {
    const open = said("guarantee-guarantee", withPrize([50, 250]));
    expect(open).toBe(
      "Under “The package as presented”, whether an attack by Russia on Ukraine pays is open: it rests on the prize of an attack, which nobody judged. European coalition of the willing would fight with a chance of 0.2, as judged; an attack pays if Russia’s prize is worth more than 100 points (v*). It turns where the prize of an attack is 60 or 100.",
    );
    expect(verdictOf("guarantee-guarantee", durableContext(withPrize([50, 250])))).toBe(
      "open: safe without a guarantee up to 60, deterred up to 100, hollow guarantee above (the prize of an attack)",
    );
    // (0.5 v - 30) / 100 at 50 and at 250
    expect(rowsOf(sectionOf("guarantee-guarantee", withPrize([50, 250])))).toContain(
      "Chance that deters (q*) | between −0.05 (none is needed) and 0.95",
    );
  });

  test("more than three placeholders are counted in the sentence and named in the table", () => {
    const four = { ...judgedGuarantee, prize: [50, 250], warCost: [20, 40], penalty: [0, 10], peace: [0, 10] } as const;
    const section = sectionOf("guarantee-guarantee", { guarantee: four });
    expect(plainText(section.answer)).toContain("it rests on 4 numbers that nobody judged.");
    expect(rowsOf(section).join("\n")).toContain("automatic penalty on an attack (sigma)");
  });

  test("an attack whose prize is left out is not judged, and says what is missing", () => {
    const { prize, ...rest } = judgedGuarantee;
    expect(said("guarantee-guarantee", { guarantee: rest })).toBe(
      "Under “The package as presented”, whether an attack by Russia on Ukraine would pay is not known: not given: the prize of an attack.",
    );
  });

  test("postures stand in the order of their prizes, with the number at which each is no longer enough", () => {
    const section = sectionOf("guarantee-guarantee", { guarantee: judgedGuarantee, draws: 100 });
    const figure = section.blocks.find((block) => block.kind === "figure");
    expect(figure && plainText(figure.sentence)).toMatch(
      /^By the prize at which an attack pays, lowest first: No presence level with As it is \(100\)\. .*It stands in 100(\.0)? % of 100 draws \(95 % interval 96\.3 % to 100\.0 %\)\.$/,
    );
  });

  test("shares are of draws of judgements, and add up; of a verdict that a placeholder leaves open there are none", () => {
    const notesOf = (guarantee: NonNullable<Parameters<typeof sectionOf>[1]["guarantee"]>): string => {
      const { blocks } = sectionOf("guarantee-guarantee", { guarantee, draws: 400 });
      const notes = blocks.flatMap((block) => (block.kind === "details" ? (block.inText ?? []) : []));
      return notes.map((note) => (note.kind === "paragraph" ? plainText(note.text) : "")).join(" ");
    };
    const share = notesOf(judgedGuarantee);
    expect(share).toContain("Share of 400 draws: ");
    const parts = [...share.matchAll(/(\d+\.\d) %/g)].map((match) => Number(match[1]));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0);
    expect(notesOf({ ...judgedGuarantee, prize: [50, 250] })).not.toContain("Share of");
  });
});

describe("would a breach pay: y* = g / (beta (g + B)) with no false alarms", () => {
  const cap = { breachGain: 4, breachPenalty: 16, detection: 0.5, falseAlarm: 0, falseAlarmCost: 0 };

  test("4 / (0.5 x 20): inspections announced with a chance of 0.4 are complied with", () => {
    expect(said("limit-cap", { limit: cap })).toBe(
      "Under “The package as presented”, European coalition of the willing can be held to it: inspection can deter. It is kept if Russia announces inspections with a chance of 0.4 or more.",
    );
  });

  test("without a penalty no inspection is enough: it would have to see every breach", () => {
    expect(said("limit-cap", { limit: { ...cap, breachPenalty: 0 } })).toMatch(
      /gains by a breach: inspection cannot deter\. Looking every time would not be enough for Russia: it takes a chance of seeing a breach above 1\.$/,
    );
  });

  test("a breach that gains nothing is no temptation", () => {
    expect(said("limit-cap", { limit: { ...cap, breachGain: 0 } })).toContain(
      "a breach gains European coalition of the willing nothing: no temptation.",
    );
  });

  test("a penalty that nobody judged: above 4 / 0.5 - 4 = 4 inspection can deter", () => {
    expect(said("limit-cap", { limit: { ...cap, breachPenalty: [0, 10] } })).toMatch(
      /whether European coalition of the willing would breach it is open: .* It turns where penalty for a breach that is seen is 4\.$/,
    );
  });
});

describe("would one side rather fight now: delta p2 - p1 against cD + delta cR", () => {
  const shift = {
    winsNow: 0.3,
    winsLater: 0.6,
    winsLaterGuaranteed: 0.3,
    decliningCost: 0.1,
    risingCost: 0.1,
    discount: 0.9,
  };

  test("0.54 - 0.3 > 0.19: it would, unless a guarantee is honoured with a chance of 0.185", () => {
    expect(said("shift-growth", { shift })).toBe(
      "Under “The package as presented”, Russia would rather fight now than let Ukraine grow stronger: a reason to strike first. A guarantee removes the reason if it is honoured with a chance of at least 0.185.",
    );
  });

  test("dearer wars remove the reason without any guarantee", () => {
    expect(said("shift-growth", { shift: { ...shift, decliningCost: 0.2 } })).toMatch(
      /Russia would not rather fight now .*: no reason to strike first\. No guarantee is needed for that\.$/,
    );
  });
});

describe("who would leave it first", () => {
  test("an answer that its author would want to give holds the attack, and the sentence names it", () => {
    const words = said("aftermath", { aftermath: attackAndAnswer({ willing: true }) });
    expect(words).toMatch(
      /^Once “The package as presented” is in force, it holds by the parties’ orders as this analyst assumes them\. The first defection would be Russia’s: “Attack”\. What holds it, \d+ preference swaps? from failing, is the answer: European coalition of the willing: “Fight”\.$/,
    );
  });

  test("an answer that only costs its author holds nothing: the guarantee is hollow", () => {
    const section = sectionOf("aftermath", { aftermath: attackAndAnswer({ willing: false }) });
    expect(plainText(section.answer)).toBe(
      "Once “The package as presented” is in force, it does not hold by the parties’ orders as this analyst assumes them. The first defection is Russia’s: “Attack”. It gains by that, and no answer that others would want to give makes it regret it; it would be held if European coalition of the willing came to want “Fight”.",
    );
    const [hollow] = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
    expect(plainText(hollow ?? "")).toMatch(
      /“Attack” would be held only if European coalition of the willing acted against its own order/,
    );
  });

  test("a party whose order nobody wrote down leaves it unknown", () => {
    const written = attackAndAnswer({ willing: true });
    const words = said("aftermath", { aftermath: { ...written, statements: { EU: written.statements.EU! } } });
    expect(words).toContain("whether it holds is not known");
    expect(words).not.toMatch(/\.\./);
  });
});

describe("on the ground", () => {
  const section = sectionOf("tiers", { ground: true });
  const figure = section.blocks.find((block) => block.kind === "figure")!;

  test("says how large, how thinly patrolled and how far away, and that all of it is approximate", () => {
    expect(plainText(section.answer)).toBe(
      "Under “The package as presented”: Zone, 32,400 km² along 1,100 km with 13.6–18.1 troops per km; Presence, 14,000–25,000 troops, at least 509 km from the line. All of it is approximate.",
    );
  });

  test("draws every shape with its name at both widths, and has its numbers in a table", () => {
    for (const width of [760, 350]) {
      const svg = figure.draw(width, "m");
      for (const name of ["Zone", "Presence", "Line of contact, 2025-08-26", "Town"])
        expect(svg).toContain(`>\u2068${name}\u2069<`);
      expect(svg).toContain(`width="${width}"`);
    }
    expect(rowsOf(section)).toEqual(
      expect.arrayContaining([
        "Zone | area | 32,400 km² | approximate, from a line digitised at 2025-08-26",
        "Zone | length as published | 1,000–1,400 km | published by A news agency, 2025-08-26",
        "Freeze | 32,400 km² | 31,000 km² | Ukraine 15 km deep, 15,900 km²",
        "Presence | US role | left open | ",
      ]),
    );
  });

  test("a scenario without a map has no such section", () => {
    expect(durabilitySections(durableContext({ guarantee: judgedGuarantee })).map(({ id }) => id)).not.toContain(
      "tiers",
    );
  });
});

test("a reason names an open issue as the agenda does, not by its id", () => {
  const context = durableContext({ guarantee: judgedGuarantee });
  const reason = "chance that the guarantors fight: S1_eu_presence, S2_us_role is open";
  if (context.durability.status !== "judged") throw new Error("It is judged.");
  const [guarantee] = context.durability.guarantees;
  const open: DurabilityContext = {
    ...context,
    durability: { ...context.durability, guarantees: [{ ...guarantee!, verdict: { status: "unknown", reason } }] },
  };
  expect(verdictOf("guarantee-guarantee", open)).toBe(
    "not known: chance that the guarantors fight: “European presence”, “US role” is open",
  );
});

test.each<[string, DurableFixture]>([
  ["guarantee-guarantee", { guarantee: judgedGuarantee }],
  ["guarantee-guarantee", { guarantee: { ...judgedGuarantee, prize: [50, 250] } }],
  ["aftermath", { aftermath: attackAndAnswer({ willing: true }) }],
  ["aftermath", { aftermath: attackAndAnswer({ willing: false }) }],
])("%s says its verdict in at most three sentences", (id, fixture) => {
  expect(
    said(id, fixture)
      .split(/[.?!](?=\s|$)/)
      .filter((one) => one.trim() !== "").length,
  ).toBeLessThanOrEqual(3);
});
