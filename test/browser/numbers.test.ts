import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Analysis } from "#analysis";
import { browserOfThisFile } from "./browser-of-this-file.ts";
import { exactValue } from "./exact-value.ts";
import { packagesTable } from "./packages-table.ts";
import { visit } from "./visit.ts";
import { workbenchOfThisFile } from "./workbench-of-this-file.ts";

const browser = browserOfThisFile();
const workbench = workbenchOfThisFile();
const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** What the command line says: the contract the page is held to. */
async function analyzed(scenario: string): Promise<Analysis> {
  const words = ["bin/entente", "analyze", scenario, "--json", "--budget", "1"];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: checkout, maxBuffer: 1 << 28 });
  return JSON.parse(stdout); // as analysisJson writes it
}

test.each([
  { scenario: "ukraine-2025", presented: "as_presented" },
  { scenario: "essequibo-2025", presented: undefined },
  { scenario: "scarborough-2025", presented: undefined },
])("the page of $scenario shows the numbers of the command line", async ({ scenario, presented }) => {
  const said = await analyzed(scenario);
  const visited = await visit(browser(), workbench().address);
  const { page } = visited;
  await visited.open(`/s/${scenario}`);
  const sure = page.locator("#answer dl");
  await sure.waitFor();
  const parties = said.parties.map(({ id, name }) => ({ id, name }));
  const byName = (numbers: Readonly<Record<string, number>>) =>
    Object.fromEntries(parties.flatMap(({ id, name }) => (numbers[id] === undefined ? [] : [[name, numbers[id]]])));

  // every package: value, surplus, who refuses
  const rows = await packagesTable(page);
  expect(rows.map(({ name }) => name).sort()).toEqual(
    Object.values(said.packages)
      .map(({ name }) => name)
      .sort(),
  );
  for (const report of Object.values(said.packages)) {
    const row = rows.find(({ name }) => name === report.name)!;
    expect(eachPrinted(row.values), report.name).toEqual(byName(report.utilities));
    expect(eachPrinted(row.surplus), report.name).toEqual(byName(report.surplus));
    const refusing = parties.filter(({ id }) => report.refusedBy.some(({ party }) => party === id));
    for (const { name } of refusing) expect(row.verdict).toContain(name);
    if (refusing.length === 0) expect(row.verdict).toMatch(/all consent/i);
  }

  // the answer's strip is about the subject; each package may be made it
  const strip = page.locator(".answer-strip li");
  const subject = presented ?? subjectOf(await page.locator(".answer-about").innerText());
  for (const { id, name } of parties) {
    const surplus = said.packages[subject]!.surplus[id];
    if (surplus !== undefined)
      expect(printed(await exactValue(party(strip, name))), `${name} in the strip`).toBe(surplus);
  }

  // how many settlements, and how it is known
  const { count, exists } = said.agreementZone;
  expect(exists).toMatchObject({ status: "exact", value: true });
  const counted = await sure.locator("div", { hasText: "How many" }).innerText();
  if (count.status === "exact") expect(counted.replaceAll(/\D/g, "")).toBe(count.value);
  else if (count.status === "estimate") {
    const { value, low, high, n, seed } = count;
    const interval = `95 % interval ${rough(low)} to ${rough(high)}`;
    const drawn = `${n.toLocaleString("en")} draws, seed ${seed}`;
    expect(counted).toContain(`about ${rough(value)} (estimate; ${interval}, ${drawn})`);
  } else throw new Error(`The count of a shipped scenario is ${count.status}.`);

  // the smallest changes of the subject: how many issues, how many sets
  const unlocks = said.packages[subject]!.packageUnlocks;
  const block = page.locator(".unlocks-block", { hasText: "Smallest changes after which all consent" });
  if (unlocks.status === "not-needed") expect(await block.count()).toBe(0);
  else if (unlocks.status === "exact") {
    const text = await block.innerText();
    expect(text).toContain(`${unlocks.size} ${unlocks.size === 1 ? "issue" : "issues"}`);
    const cards = await block.locator(".unlocks-card").count();
    expect(cards).toBe(Math.min(12, unlocks.sets.length));
    const first = block.locator(".unlocks-card").first().locator("tbody tr").first();
    for (const { id, name } of parties) {
      const shown = await exactValue(first.locator(`td[data-of="${name}"] data`));
      expect(printed(shown), `${name} by the first change`).toBe(unlocks.sets[0]!.changes[0]!.change[id]);
    }
  } else throw new Error(`No shipped scenario leaves the unlocks ${unlocks.status}.`);

  visited.expectQuiet();
  await visited.close();

  function subjectOf(about: string): string {
    const found = Object.entries(said.packages).find(([, { name }]) => about.includes(name));
    if (!found) throw new Error(`The answer is about no package: ${about}`);
    return found[0];
  }
});

function party(strip: Locator, name: string): Locator {
  return strip.filter({ hasText: name }).locator(".answer-surplus data");
}

/** "4.9 × 1010": a large count as the page writes it, its exponent raised. */
function rough(count: string): string {
  const [mantissa, exponent] = Number(count).toExponential(1).split("e+");
  return `${mantissa} × 10${exponent}`;
}

/** As the command line prints numbers (docs/decisions/0014): to 10^-9, so that the last bits of sums do not show. */
function printed(value: number): number {
  return Math.round(value * 1e9) / 1e9 || 0;
}

function eachPrinted(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, printed(value)]));
}
