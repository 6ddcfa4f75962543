import { describe, expect, test } from "vitest";
import { documentFiles } from "../../files/document-files.ts";
import { attackAndAnswer, durableContext, judgedGuarantee } from "../../fixture/durable-context.ts";
import { enumerateAnalysis } from "../../fixture/enumerate-analysis.ts";
import { hostile, withHostileNames } from "../../fixture/hostile-names.ts";
import { readTags } from "../../fixture/read-tags.ts";
import { type HtmlReportInput, htmlReport } from "../../html/html-report.ts";
import { pageDocument } from "../../html/page-document.ts";
import { durabilityText } from "../../terminal/durability-text.ts";

const context = durableContext({
  guarantee: { ...judgedGuarantee, prize: [50, 250] },
  aftermath: attackAndAnswer({ willing: false }),
  draws: 50,
  ground: true,
});
const { scenario, durability, aftermath, ground, choices } = context;
const analysis = enumerateAnalysis(scenario);
const companion = { package: "as_presented", choices, durability, aftermath, ...(ground ? { ground } : {}) };
const input: Omit<HtmlReportInput, "fonts"> = { scenario, analysis, durability: companion };
const idsOf = (given: Omit<HtmlReportInput, "fonts">) => pageDocument(given).sections.map(({ id }) => id);

describe("the page of a run with a presented package", () => {
  test("has the time after signature between the claims and the judgements, the verdicts first", () => {
    const ids = idsOf(input);
    const at = ids.indexOf("durability");
    expect(ids.slice(at, at + 5)).toEqual(["durability", "tiers", "guarantee-guarantee", "aftermath", "judgements"]);
  });

  test("draws the map in the page's own colours, so that it turns dark with the page", () => {
    const page = htmlReport({ ...input, fonts: [] });
    const svgs = page.match(/<svg[^>]*>.*?<\/svg>/gs)?.filter((svg) => svg.includes("map-zone")) ?? [];
    expect(svgs).toHaveLength(2); // a wide and a narrow one
    for (const svg of svgs) expect(svg).not.toMatch(/#[0-9a-f]{3,6}\b|rgb\(/i);
    expect(page).toMatch(/\.map-zone\{fill:var\(--party-\d\)/);
    expect(() => readTags(page)).not.toThrow();
  });

  test("adds nothing where nothing was computed", () => {
    expect(idsOf({ scenario, analysis })).not.toEqual(expect.arrayContaining(["durability"]));
    expect(idsOf({ scenario, analysis }).filter((id) => !idsOf(input).includes(id))).toEqual([]);
  });

  test("says which seed was drawn from", () => {
    const methods = pageDocument(input).sections.find(({ id }) => id === "methods");
    expect(methods?.answer).toContain("Estimates were drawn from 1 seed: 1.");
  });
});

test("the map and the thresholds are files of their own", () => {
  const { drawings, tables } = documentFiles(pageDocument(input));
  const map = drawings.find(({ id }) => id === "tiers-1");
  expect(map?.svg).toContain("map-zone");
  const thresholds = tables.find(({ csv }) => csv.includes("(v*)"));
  expect(thresholds?.id).toMatch(/^guarantee-guarantee-\d+$/);
  expect(thresholds?.csv).toMatch(/Prize above which an attack pays \(v\*\)[^\n]*100/);
  expect(tables.find(({ id }) => id === "tiers-1")?.csv).toContain("32,400 km²");
});

describe("hostile names", () => {
  const wicked = withHostileNames(scenario);
  // a thing with a symbol is a parameter of a model, which we named ourselves
  const spoiled = JSON.parse(
    JSON.stringify({ durability, aftermath, ground }),
    function (this: object, key: string, value: unknown) {
      if (typeof value !== "string" || "symbol" in this) return value;
      return ["name", "why", "note"].includes(key) ? `${value} ${hostile}` : value;
    },
  );

  test("break out of no element of the page", () => {
    const page = htmlReport({ ...input, scenario: wicked, durability: { ...companion, ...spoiled }, fonts: [] });
    const tags = readTags(page);
    expect(tags.filter(({ name }) => name === "script" || name === "img")).toEqual([]);
  });

  test("send nothing to the terminal that acts on it", () => {
    const text = durabilityText({ ...context, scenario: wicked, ...spoiled }, `x ${hostile}`, {
      colour: false,
      width: 100,
    });
    expect([...text].filter((letter) => letter === "\u001b" || letter === "\u202e")).toEqual([]);
  });
});

describe("in a terminal", () => {
  const text = (width: number, others?: readonly string[]) =>
    durabilityText(context, "As presented", { colour: false, width, ...(others ? { others } : {}) });

  test("the verdicts come first, and what else could be asked comes last", () => {
    const words = text(100, ["plus_sweeteners", "counter"]).replace(/\s+/g, " ");
    expect(words).toMatch(
      /^As presented, judged on 2025-08-26 Once it is in force, “The package as presented” ✗ does not hold by the parties’ orders as this analyst assumes them\. VERDICTS /,
    );
    expect(words).toMatch(/OTHER PACKAGES With --package: plus_sweeteners and counter\. $/);
    expect(text(100)).not.toContain("OTHER PACKAGES");
  });

  test.each([40, 80, 140])("no line is wider than %d", (width) => {
    expect(
      Math.max(
        ...text(width)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(width);
  });

  test("a scenario that judges nothing says so and what to do, and shows its map's numbers", () => {
    const { durability: judged, ...bare } = scenario;
    const nothing = durabilityText(
      {
        ...context,
        scenario: bare,
        durability: { status: "unknown", reason: "r" },
        aftermath: { choices, kind: "unknown", reason: "r", openIssues: [] },
      },
      "As presented",
      { colour: false, width: 100 },
    );
    expect(nothing).toContain("is not known: nobody has judged it.");
    expect(nothing).toContain("durability.yaml");
    expect(nothing).toContain("ON THE GROUND");
    expect(nothing).not.toContain("AFTER SIGNATURE");
  });
});
