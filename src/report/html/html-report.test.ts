import { describe, expect, test } from "vitest";
import { ceasefireScenario } from "../fixture/ceasefire-scenario.ts";
import { decidedClaims } from "../fixture/decided-claims.ts";
import { drawnRobustness } from "../fixture/drawn-robustness.ts";
import { enumerateAnalysis } from "../fixture/enumerate-analysis.ts";
import { withHostileNames } from "../fixture/hostile-names.ts";
import { readTags } from "../fixture/read-tags.ts";
import { htmlReport } from "./html-report.ts";

const scenario = ceasefireScenario();
const page = htmlReport({ scenario, analysis: enumerateAnalysis(scenario), fonts: [] });
const hostileScenario = withHostileNames(scenario);
const hostilePage = htmlReport({ scenario: hostileScenario, analysis: enumerateAnalysis(hostileScenario), fonts: [] });

describe.each([
  ["the fixture", page],
  ["hostile names", hostilePage],
])("the page of %s", (_, html) => {
  const tags = readTags(html);

  test("runs no script and asks nobody for anything", () => {
    expect(
      tags.filter(({ name }) => ["script", "link", "iframe", "object", "img", "form", "base"].includes(name)),
    ).toEqual([]);
    for (const { attributes } of tags) {
      for (const [key, value] of Object.entries(attributes)) {
        expect(key.startsWith("on"), key).toBe(false);
        if (key === "href" || key === "src") expect(value).toMatch(/^#/);
      }
    }
    expect(html).not.toMatch(/url\((?!data:font)/);
    expect(html).toContain("default-src 'none'");
  });

  test("has each id once, and every label and link leads to one", () => {
    const ids = tags.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of tags) {
      for (const id of (attributes["aria-labelledby"] ?? "").split(" ").filter((one) => one !== ""))
        expect(ids).toContain(id);
      if (attributes.href?.startsWith("#")) expect(ids).toContain(attributes.href.slice(1));
    }
  });

  test("has one first heading and skips no level", () => {
    const levels = tags.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level - levels[index]!).toBeLessThanOrEqual(1);
    });
  });

  test("has a caption on every table and a scope on every heading cell", () => {
    expect(tags.filter(({ name }) => name === "caption")).toHaveLength(
      tags.filter(({ name }) => name === "table").length,
    );
    for (const { attributes } of tags.filter(({ name }) => name === "th"))
      expect(["col", "row"]).toContain(attributes.scope);
  });

  test("isolates what was written elsewhere, and lets no direction mark out of it", () => {
    expect(tags.filter(({ name }) => name === "bdi").length).toBeGreaterThan(50);
    // what is outside an isolating element, attributes and the title of the page among it
    const outside = html.replace(/<bdi[^>]*>.*?<\/bdi>/gs, "").replace(/\u2068[^\u2068\u2069]*\u2069/g, "");
    expect(outside).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test("names every drawing", () => {
    const drawings = tags.filter(({ name, attributes }) => name === "svg" && attributes.role === "img");
    expect(drawings.length).toBeGreaterThan(4);
    expect(tags.filter(({ name }) => name === "title")).toHaveLength(drawings.length + 1);
  });
});

test("hostile names are text on the page, not markup", () => {
  expect(hostilePage).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(hostilePage).not.toMatch(/<script|<img/);
  expect(hostilePage).not.toContain("\u001b");
});

test("opens with the answer", () => {
  const heading = readTags(page).find(({ name }) => name === "h1")!;
  expect(heading.text).toBe(
    "The package as presented is refused by Russia and European coalition of the willing, but 973 other settlements would have the consent of all.",
  );
});

test("every party whose numbers are an estimate is marked so in every table of values, and the others are not", () => {
  const heads = readTags(page).filter(({ name, attributes }) => name === "th" && attributes.scope === "col");
  const estimated = heads.filter(({ text }) => /^(Ukraine|Russia|European coalition of the willing)/.test(text));
  expect(estimated.length).toBeGreaterThan(9);
  for (const { text } of estimated) expect(text).toContain("this analyst’s estimate");
  for (const { text } of heads.filter((head) => head.text.startsWith("United States")))
    expect(text).not.toContain("estimate");
});

test("every judgement stands with its author, confidence and sources, and a debunked source is marked", () => {
  const judgements = page.slice(page.indexOf('id="judgements"'), page.indexOf('id="sources"'));
  expect(judgements).toContain("What continued war is worth to it.");
  expect(judgements).toContain("Entente research");
  expect(judgements).toMatch(
    /A channel, [^/]*2025-08-26<\/span><\/bdi><\/a> <span class="badge badge-warning">debunked/,
  );
  expect(page.slice(page.indexOf('id="sources"'))).toContain("state budget");
});

test("every chart has a sentence above it and a table behind it", () => {
  const figures = page
    .split("<figure>")
    .slice(1)
    .map((part) => part.slice(0, part.indexOf("</figure>")));
  expect(figures.length).toBeGreaterThan(3);
  for (const figure of figures) {
    expect(figure.indexOf("<figcaption>")).toBeLessThan(figure.indexOf("<svg"));
    expect(figure).toMatch(/<div class="narrow"><svg[\s\S]*<\/div>\s*<details[^>]*>[\s\S]*<table/);
  }
});

test("robustness adds acceptability bars with intervals, and its seed to the methods", () => {
  const robustness = drawnRobustness();
  const html = htmlReport({ scenario, analysis: enumerateAnalysis(scenario), robustness, fonts: [] });
  const section = html.slice(html.indexOf('<section id="robustness"'), html.indexOf('<section id="judgements"'));
  expect(section.match(/class="plot-whisker"/g)).toHaveLength(4);
  expect(section).toContain("12.5\u00a0%");
  expect(html.slice(html.indexOf('<section id="methods"'))).toContain("1 seed: 11");
});

test("claims stand with their row, verdict and basis", () => {
  const html = htmlReport({ scenario, analysis: enumerateAnalysis(scenario), claims: decidedClaims, fonts: [] });
  const cells = readTags(html.slice(html.indexOf("<!doctype")));
  const rows = cells.filter(({ name, text }) => name === "tr" && /^A\d\d/.test(text)).map(({ text }) => text);
  expect(rows.filter((row) => row.startsWith("A28")).join(" ")).toContain(
    "holds (derived); in 97.3\u00a0% of 1,000 draws",
  );
  expect(rows.filter((row) => row.startsWith("A29")).join(" ")).toContain("the claim’s own source");
});

test("prints the definitions it used", () => {
  for (const term of [
    "Accepts",
    "Agreement zone",
    "Frontier",
    "Nash bargaining",
    "Kalai-Smorodinsky",
    "Egalitarian",
    "Utilitarian",
    "Share of draws",
  ])
    expect(page).toMatch(new RegExp(`<th scope="row"[^>]*>${term}</th>`));
});

test("fonts come along as data, and what is no font stays out", () => {
  const fonts = [
    { family: "Source Serif 4", weight: "200 900", data: "d09GMgAB", range: "U+0000-00FF,U+0131" },
    { family: 'x"}</style><script>', weight: "400", data: "AAAA" },
    { family: "Sans", weight: "400", data: "not base64!" },
  ];
  const html = htmlReport({ scenario, analysis: enumerateAnalysis(scenario), fonts });
  expect(html.match(/@font-face/g)).toHaveLength(1);
  expect(html).toContain("unicode-range:U+0000-00FF,U+0131");
  expect(html).not.toContain("<script");
});

test("the same analysis gives the same page", () => {
  const again = ceasefireScenario();
  expect(htmlReport({ scenario: again, analysis: enumerateAnalysis(again), fonts: [] })).toBe(page);
});
