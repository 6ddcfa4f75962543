import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseConflict, parseGmcr } from "#language";
import { stabilityContract } from "#report";
import { checkout, entente } from "./entente.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-stability-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (words: readonly string[]) => entente(words, { cwd: folder });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

test("the answer comes first: which states hold, whether today's does, and what a group changes", () => {
  const { stdout, stderr, exit } = entente(["stability", "elmira"]);
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  const words = stdout.replace(/\s+/g, " ");
  expect(words).toMatch(
    /^Groundwater contamination at Elmira, 3 parties, 5 levers, 12 possible states 6 of 12 states hold/,
  );
  expect(words).toContain("Today’s state, [delay], does not hold: Local government leaves it for [delay, insist]");
  expect(words).toContain("Uniroyal gain by leaving [delay, insist] together for [modify, accept, insist]");
});

test("--state says where things stand instead of the file", () => {
  const { stdout, exit } = entente(["stability", "elmira", "--state", "delay,insist"]);
  expect(exit).toBe(0);
  expect(stdout.replace(/\s+/g, " ")).toContain("Today’s state, [delay, insist], holds.");
  expect(entente(["stability", "chicken", "--state", ""]).stdout).toContain("[nothing taken]");
});

test.each(["elmira", "cuban-missiles", "limits-and-snapback", "prisoners-dilemma", "chicken"])(
  "%s --json is what the contract says, and the same every time",
  (name) => {
    const { stdout, exit } = entente(["stability", name, "--json"]);
    expect(exit).toBe(0);
    const answer = JSON.parse(stdout);
    expect(stabilityContract().safeParse(answer).error?.issues).toBeUndefined();
    const again = JSON.parse(entente(["stability", name, "--json"]).stdout);
    expect({ ...again, timings: {} }).toEqual({ ...answer, timings: {} });
  },
);

test("a party without preferences leaves open what rests on it, and the answer says so", () => {
  const file = write(
    "half.yaml",
    "schema: entente.conflict/1\nid: half\ntitle: Half known\nparties: { a: A, b: B }\nlevers: [{ id: x, party: a }, { id: y, party: b }]\npreferences: { a: [{ that: { y: false } }] }\ntoday: []\n",
  );
  const { stdout, exit } = inFolder(["stability", file]);
  expect(exit).toBe(0);
  expect(stdout).toContain("WHAT IS NOT KNOWN");
  expect(stdout).toContain("The order of B");
  const json = inFolder(["stability", file, "--json"]);
  expect(stabilityContract().safeParse(JSON.parse(json.stdout)).error?.issues).toBeUndefined();
});

test("a conflict goes to .gmcr and back without a loss, and nothing is written over", () => {
  expect(inFolder(["stability", "elmira", "--to", "e.gmcr"])).toMatchObject({ stdout: "Wrote e.gmcr.\n", exit: 0 });
  expect(inFolder(["stability", "e.gmcr", "--to", "e.yaml"])).toMatchObject({ exit: 0, stderr: "" });
  const shipped = parseConflict("", readFileSync(join(checkout, "scenarios/conflicts/elmira.yaml")));
  expect(parseGmcr("", readFileSync(join(folder, "e.gmcr"))).conflict).toEqual(shipped.conflict);
  expect(parseConflict("", readFileSync(join(folder, "e.yaml"))).conflict).toEqual(shipped.conflict);
  const again = inFolder(["stability", "elmira", "--to", "e.yaml"]);
  expect(again.stderr).toContain("nothing is written over");
  expect(again.exit).toBe(2);
  expect(existsSync(join(folder, "x.txt"))).toBe(false);
});

test("mistakes in a file end with exit 1, each at its place with its fix", () => {
  const yaml = write(
    "bad.yaml",
    readFileSync(join(checkout, "scenarios/conflicts/chicken.yaml"), "utf8").replace("party: left", "party: lefft"),
  );
  const wrong = inFolder(["stability", yaml]);
  expect(wrong.exit).toBe(1);
  expect(wrong.stderr).toMatch(
    /^bad\.yaml:\d+:\d+ unknown-party There is no party "lefft"\.\n {4}fix: Did you mean "left"\?/,
  );
  const gmcr = inFolder(["stability", write("bad.gmcr", '{"options": [], "decisionMakers": []}')]);
  expect(gmcr.exit).toBe(1);
  expect(gmcr.stderr).toMatch(/^bad\.gmcr:1:13 gmcr-missing-key/);
  const chrome = inFolder([
    "stability",
    write("app.json", '{"options": [{"name": "a", "reversible": "reversible"}], "decisionMakers": [], "title": "t"}'),
  ]);
  expect(chrome.exit).toBe(1);
  expect(chrome.stderr).toContain("GMCR Chrome app");
});

test("a conflict too large to examine says so and ends with exit 2", () => {
  const levers = Array.from({ length: 26 }, (_, at) => `{ id: l${at}, party: a }`).join(", ");
  const file = write(
    "large.yaml",
    `schema: entente.conflict/1\nid: large\ntitle: Large\nparties: { a: A }\nlevers: [${levers}]\n`,
  );
  const { stderr, exit } = inFolder(["stability", file]);
  expect(exit).toBe(2);
  expect(stderr).toContain("26 levers");
});
