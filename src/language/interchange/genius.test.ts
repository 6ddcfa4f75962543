import { describe, expect, test } from "vitest";
import { evaluate } from "#model";
import { parseDay, toNumber } from "#prelude";
import { type DomainFolder, readDomainFolder } from "./domain-folder.ts";
import { dialsDomain, dialsProfile, folder, leaseDomain, leaseProfile } from "./domain-texts.ts";

const day = parseDay("2025-01-01")!;

function utility(read: DomainFolder, settlement: Readonly<Record<string, string>>, sheet = 0): number {
  return toNumber(evaluate(read.scenario!.sheets[sheet]!, settlement, day).utility);
}

function lease(profile: string): DomainFolder {
  return readDomainFolder(folder({ "lease.xml": leaseDomain, "owner.xml": profile }), {});
}

describe("a GENIUS profile with weights and evaluations", () => {
  test("values a discrete option at weight x evaluation / largest evaluation and an integer along its line", () => {
    const read = lease(leaseProfile());
    expect(read.diagnostics).toEqual([]);
    expect(utility(read, { Fruit: "Wild_cherries", Years: "v6" })).toBe(1);
    expect(utility(read, { Fruit: "Plums", Years: "v3" })).toBeCloseTo(0.6 / 8 + 0.4 * 0.25, 12);
  });

  test("keeps weights, evaluations and the largest evaluation as they are written", () => {
    const { Fruit, Years } = lease(leaseProfile()).scenario!.sheets[0]!.issues;
    expect(Fruit?.weight.mid).toBe(0.6);
    expect(Fruit?.of).toBe(8);
    expect(Object.values(Fruit!.values).map(({ mid }) => mid)).toEqual([4, 1, 8]);
    expect(Object.values(Years!.values).map(({ mid }) => mid)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  test("computes integer lines without floating-point noise and keeps them within 0 and 1", () => {
    const { Years } = lease(leaseProfile({ offset: "0.1", slope: "0.1" })).scenario!.sheets[0]!.issues;
    expect(Object.values(Years!.values).map(({ mid }) => mid)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    const steep = lease(leaseProfile({ offset: "-0.3", slope: "0.7" })).scenario!.sheets[0]!.issues.Years!;
    expect(Object.values(steep.values).map(({ mid }) => mid)).toEqual([0, 0.4, 1, 1, 1]);
  });

  test("counts evaluations for nothing when the largest is below 0.00001", () => {
    const read = lease(leaseProfile({ pears: "0.000001", plums: "0", cherries: "0.000009" }));
    expect(utility(read, { Fruit: "Wild_cherries", Years: "v2" })).toBe(0);
  });

  test("caps utility at 1 when the weights add up to more", () => {
    const read = lease(leaseProfile().replace('value="0.6"', 'value="0.9"'));
    expect(utility(read, { Fruit: "Wild_cherries", Years: "v6" })).toBe(1);
    expect(utility(read, { Fruit: "Wild_cherries", Years: "v2" })).toBe(0.9);
  });

  test.each(["inside", "outside"])(
    "reads reservation and discount %s the objective; the discount is only noted",
    (where) => {
      const said = '<reservation value="0.35"/><discount_factor value="0.9"/>';
      const text =
        where === "inside"
          ? leaseProfile().replace("</objective>", `${said}</objective>`)
          : leaseProfile({ after: said });
      const sheet = lease(text).scenario!.sheets[0]!;
      expect(sheet.reservation.mid).toBe(0.35);
      expect(sheet.evidence.note).toContain("0.9");
      expect(lease(text.replace('"0.9"', '"0"')).scenario!.sheets[0]!.evidence.note).toBeUndefined();
    },
  );

  test.each(['evaluation="null"', 'evaluation=""', ""])(
    "counts an option with %j as worth nothing and says so",
    (text) => {
      const read = lease(leaseProfile().replace('evaluation="1"', text));
      expect(read.diagnostics).toMatchObject([
        { severity: "warning", code: "import-evaluation-missing", at: { file: "owner.xml", line: 4, column: 1 } },
      ]);
      expect(utility(read, { Fruit: "Plums", Years: "v2" })).toBe(0);
    },
  );

  test("says which values a profile leaves out", () => {
    const read = lease(leaseProfile().replace(/<item index="2".*\n/, ""));
    expect(read.diagnostics).toMatchObject([{ severity: "warning", code: "import-evaluation-missing" }]);
    expect(read.diagnostics[0]!.message).toContain("Plums");
    expect(utility(read, { Fruit: "Plums", Years: "v2" })).toBe(0);
  });

  test("matches issues by name when the two files count them from different numbers", () => {
    const shifted = leaseProfile()
      .replace(/(issue|weight) index="2"/g, '$1 index="3"')
      .replace(/(issue|weight) index="1"/g, '$1 index="2"');
    expect(utility(lease(shifted), { Fruit: "Pears", Years: "v4" })).toBeCloseTo(0.6 / 2 + 0.4 / 2, 12);
  });

  test("matches an issue that was renamed by its number", () => {
    const read = lease(leaseProfile().replace('name="Fruit"', 'name="Crop"'));
    expect(read.diagnostics).toEqual([]);
    expect(utility(read, { Fruit: "Pears", Years: "v2" })).toBe(0.3);
  });

  test("takes weights from the issue's own objective; nested objectives add nothing", () => {
    const nest = (text: string): string =>
      text
        .replace('<issue index="2"', '<objective index="3" name="Time"><issue index="2"')
        .replace(
          /(upperbound="6"\/>|<\/evaluator>\n<\/issue>|slope="0.25"\/>\n<\/issue>)/,
          '$1<weight index="2" value="0.2"/></objective>',
        );
    const profile = nest(leaseProfile()).replace('<weight index="2" value="0.4"/>', '<weight index="3" value="0.9"/>');
    const read = readDomainFolder(folder({ "lease.xml": nest(leaseDomain), "owner.xml": profile }), {});
    expect(read.diagnostics).toEqual([]);
    expect(utility(read, { Fruit: "Wild_cherries", Years: "v6" })).toBeCloseTo(0.8, 12);
  });

  test("reads bounds in a range element, names with bare ampersands and bytes of Windows-1252", () => {
    const odd = (text: string): string =>
      text
        .replace(
          /lowerbound="2" upperbound="6"(\/?)>/,
          (_, end) => `><range lowerbound="2" upperbound="6"/>${end ? "</issue>" : ""}`,
        )
        .replaceAll("Pears", "P\u00eaches & p\u0093oires\u0094");
    const read = readDomainFolder(folder({ "lease.xml": odd(leaseDomain), "owner.xml": odd(leaseProfile()) }), {});
    expect(read.diagnostics).toEqual([]);
    const fruit = read.scenario!.agenda.issues[0]!;
    expect(fruit.options[0]).toMatchObject({ id: "Peches_p_oires", name: "P\u00eaches & p\u201coires\u201d" });
    expect(utility(read, { Fruit: "Peches_p_oires", Years: "v2" })).toBe(0.3);
  });
});

test("a profile may leave the bounds of its issues to the domain", () => {
  const read = lease(leaseProfile().replace(' lowerbound="2" upperbound="6"', ""));
  expect(read.diagnostics).toEqual([]);
  expect(utility(read, { Fruit: "Plums", Years: "v3" })).toBeCloseTo(0.6 / 8 + 0.4 * 0.25, 12);
});

test("a profile with other bounds than the domain's is another domain's", () => {
  const other = leaseProfile().replace('lowerbound="2"', 'lowerbound="1"');
  const files = folder({ "lease.xml": leaseDomain, "owner.xml": other });
  expect(readDomainFolder(files, { profiles: ["owner.xml"] }).diagnostics).toMatchObject([
    { severity: "error", code: "import-other-domain" },
  ]);
});

test("a weight a hair below zero is zero, one well below it a mistake, and weights in a domain do not matter", () => {
  const weighing = (weight: string): DomainFolder =>
    readDomainFolder(
      folder({
        "lease.xml": leaseDomain.replace("</objective>", '<weight index="1" value="null"/></objective>'),
        "owner.xml": leaseProfile().replace('"0.4"', `"${weight}"`),
      }),
      { profiles: ["owner.xml"] },
    );
  expect(weighing("-2.7E-17").scenario?.sheets[0]?.issues.Years?.weight.mid).toBe(0);
  expect(weighing("-0.4").diagnostics).toMatchObject([{ severity: "error", code: "import-number", at: { line: 10 } }]);
});

describe("a real issue", () => {
  const real = (evaluator: string): DomainFolder => {
    const domain = leaseDomain.replace(
      /<issue index="2".*\/>/,
      '<issue index="2" name="Rent" type="real"><range lowerbound="0" upperbound="2"/></issue>',
    );
    const profile = leaseProfile().replace(
      /<issue index="2"[\s\S]*?<\/issue>/,
      `<issue index="2" name="Rent" type="real"><range lowerbound="0" upperbound="2"/>${evaluator}</issue>`,
    );
    return readDomainFolder(folder({ "lease.xml": domain, "owner.xml": profile }), { steps: 5 });
  };
  const worths = (read: DomainFolder): readonly number[] =>
    Object.values(read.scenario!.sheets[0]!.issues.Rent!.values).map(({ mid }) => mid);

  test("becomes evenly spaced points, both bounds among them, with a warning", () => {
    const read = real('<evaluator ftype="linear" parameter0="0.9" parameter1="-0.4"/>');
    expect(read.scenario!.agenda.issues[1]!.options.map(({ id }) => id)).toEqual(["v0", "v0.5", "v1", "v1.5", "v2"]);
    expect(read.diagnostics).toMatchObject([{ severity: "warning", code: "import-discretised", at: { line: 6 } }]);
    expect(worths(read)).toEqual([0.9, 0.7, 0.5, 0.3, 0.1]);
  });

  test("takes its line as parameter0 and parameter1, or as the offset and slope some writers use, counted from 0", () => {
    expect(worths(real('<evaluator ftype="linear" offset="0.1" slope="0.2"/>'))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  test("may be constant or triangular", () => {
    expect(worths(real('<evaluator ftype="constant" parameter0="0.4"/>'))).toEqual([0.4, 0.4, 0.4, 0.4, 0.4]);
    const triangle = real('<evaluator ftype="triangular" parameter0="0" parameter1="2" parameter2="0.5"/>');
    expect(worths(triangle)).toEqual([0, 1, 0.666666666666667, 0.333333333333333, 0]);
  });
});

describe("a space of hyper-rectangles", () => {
  const dials = (profile: string): DomainFolder =>
    readDomainFolder(folder({ "dials.xml": dialsDomain, "p.xml": profile }), {});
  const at = (a: number, b: number, c: number): Readonly<Record<string, string>> => ({
    a: `v${a}`,
    b: `v${b}`,
    c: `v${c}`,
  });

  test("adds up the rectangles that hold the settlement, over maxutility, capped at 1", () => {
    const read = dials(
      dialsProfile(`<hyperRectangle utility="20"><INCLUDES index="1" min="1" max="3"/><INCLUDES index="3" min="4" max="4"/></hyperRectangle>
        <hyperRectangle utility="15"><INCLUDES index="2" min="0" max="2"/></hyperRectangle>
        <hyperRectangle utility="45"><INCLUDES index="2" min="2" max="9"/></hyperRectangle>`),
    );
    expect(read.diagnostics).toEqual([]);
    expect(utility(read, at(2, 1, 4))).toBe(0.7);
    expect(utility(read, at(0, 1, 4))).toBe(0.3);
    expect(utility(read, at(0, 3, 0))).toBe(0.9);
    expect(utility(read, at(2, 2, 4))).toBe(1);
    expect(read.scenario!.sheets[0]!.reservation.mid).toBe(0.2);
  });

  test("counts a rectangle with EXCLUDES everywhere but inside its ranges, and one without ranges everywhere", () => {
    const read = dials(
      dialsProfile(`<hyperRectangle utility="10"><EXCLUDES index="1" min="1" max="2"/><EXCLUDES index="2" min="0" max="0"/></hyperRectangle>
        <hyperRectangle utility="5"/>`),
    );
    expect(utility(read, at(1, 0, 0))).toBe(0.1);
    expect(utility(read, at(1, 1, 0))).toBeCloseTo(0.3, 12);
    expect(utility(read, at(0, 0, 0))).toBeCloseTo(0.3, 12);
  });

  test("multiplies weights in, drops rectangles nobody can be in, and joins ranges of one issue", () => {
    const read = dials(
      dialsProfile(
        `<hyperRectangle utility="10" weight="3"><INCLUDES index="1" min="0" max="2"/><INCLUDES index="1" min="2" max="4"/></hyperRectangle>
        <hyperRectangle utility="10"><INCLUDES index="1" min="7" max="9"/></hyperRectangle>`,
        'weight="0.5" aggregation="sum"',
      ),
    );
    expect(read.scenario!.sheets[0]!.linkages).toHaveLength(1);
    expect(utility(read, at(2, 0, 0))).toBe(0.3);
    expect(utility(read, at(1, 0, 0))).toBe(0);
  });

  test("refuses other aggregations, functions inside functions and ranges of issues that do not exist", () => {
    const codes = (profile: string): readonly string[] =>
      readDomainFolder(folder({ "d.xml": dialsDomain, "p.xml": profile }), { profiles: ["p.xml"] }).diagnostics.map(
        ({ code }) => code,
      );
    expect(codes(dialsProfile("", 'aggregation="max"'))).toEqual(["import-utility-function"]);
    expect(codes(dialsProfile('<ufun aggregation="sum"/>'))).toEqual(["import-utility-function"]);
    expect(
      codes(dialsProfile('<hyperRectangle utility="1"><INCLUDES index="8" min="0" max="1"/></hyperRectangle>')),
    ).toEqual(["import-range"]);
  });
});
