import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entente } from "./entente.ts";

const issue = (inside: (value: string) => string): string =>
  `<issue etype="discrete" index="1" name="Price" type="discrete" vtype="discrete">
    ${["low", "middle", "high"].map(inside).join("\n    ")}
  </issue>`;

const domainFile = `<?xml version="1.0"?>
<negotiation_template><utility_space><objective index="0" name="root">
  ${issue((value) => `<item index="1" value="${value}"/>`)}
</objective></utility_space></negotiation_template>`;

const profile = (worth: Readonly<Record<string, number>>, reservation: number): string => `<?xml version="1.0"?>
<utility_space><objective index="0" name="root">
  ${issue((value) => `<item index="1" value="${value}" evaluation="${worth[value]}"/>`)}
  <weight index="1" value="1.0"/>
</objective><reservation value="${reservation}"/></utility_space>`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-import-"));
  const domain = join(folder, "car");
  mkdirSync(domain);
  writeFileSync(join(domain, "car.xml"), domainFile);
  writeFileSync(join(domain, "buyer.xml"), profile({ low: 3, middle: 2, high: 0 }, 0.5));
  writeFileSync(join(domain, "seller.xml"), profile({ low: 0, middle: 1, high: 3 }, 0.25));
  writeFileSync(join(domain, "broker.xml"), profile({ low: 1, middle: 3, high: 1 }, 0));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parties = (json: string): readonly string[] =>
  JSON.parse(json).parties.map(({ id }: { readonly id: string }) => id);

test("a GENIUS folder is analysed as it is, every profile a party", () => {
  const { stdout, exit } = entente(["analyze", join(folder, "car"), "--json"]);
  expect(exit).toBe(0);
  expect(parties(stdout)).toEqual(["broker", "buyer", "seller"]);
});

test("the profiles to use can be chosen, in order", () => {
  const words = ["--domain", "car.xml", "--profiles", "seller.xml,buyer.xml"];
  const { stdout, exit } = entente(["analyze", join(folder, "car"), ...words, "--json"]);
  expect(exit).toBe(0);
  expect(parties(stdout)).toEqual(["seller", "buyer"]);
  // 1/3 of the best is above 1/4: the middle price is the one deal, and fractions are kept
  const { solutions } = JSON.parse(stdout);
  expect(solutions.nashBargaining.points[0].settlement).toEqual({ Price: "middle" });
  expect(solutions.nashBargaining.points[0].utilities.seller).toBeCloseTo(1 / 3, 9);
});

test("written out as a scenario folder it gives the same numbers, and no mistakes", () => {
  const to = join(folder, "my-car");
  const written = entente(["import", "genius", join(folder, "car"), "--to", to]);
  expect(written).toMatchObject({ exit: 0, stderr: "" });
  expect(entente(["check", to])).toMatchObject({ exit: 0, stdout: "1 scenario checked: no mistakes.\n" });
  const numbers = (place: string): unknown => {
    const { agreementZone, frontier, solutions } = JSON.parse(entente(["analyze", place, "--json"]).stdout);
    return { agreementZone, frontier, solutions };
  };
  expect(numbers(to)).toEqual(numbers(join(folder, "car")));
});

test("nothing is written over", () => {
  const to = join(folder, "taken");
  mkdirSync(to);
  writeFileSync(join(to, "notes.txt"), "mine");
  const { stderr, exit } = entente(["import", "genius", join(folder, "car"), "--to", to]);
  expect(stderr).toContain("already there and not empty");
  expect(exit).toBe(2);
  expect(readFileSync(join(to, "notes.txt"), "utf8")).toBe("mine");
});

test("a profile that is chosen must be there", () => {
  const { stderr, exit } = entente(["analyze", join(folder, "car"), "--profiles", "buyr.xml"]);
  expect(stderr).toContain("buyr.xml");
  expect(exit).toBe(1);
});

test("a folder of the other format says that it holds no domain of this one", () => {
  const { stderr, exit } = entente(["import", "geniusweb", join(folder, "car"), "--to", join(folder, "none")]);
  expect(stderr).toContain("import-no-domain");
  expect(exit).toBe(1);
});

test.each(["durability", "evaluate", "check"])(
  "%s in a folder of other JSON says first that there is no scenario",
  (command) => {
    const place = join(folder, `no-${command}`);
    mkdirSync(place);
    writeFileSync(join(place, "package.json"), '{ "name": "website" }');
    writeFileSync(join(place, "tsconfig.json"), '{ "files": [], }');
    const { stdout, stderr, exit } = entente([command, place]);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
    expect(stderr).toBe(
      `"${place}" holds no scenario.yaml, and no XML or JSON files of a negotiation domain either.
Files that could not be read:
  ${join(place, "tsconfig.json")}:1:16 This is not JSON: a key in quotes was expected.
`,
    );
  },
);
