import type { Page } from "playwright-core";

/** What the packages table says of one package: exact numbers by the party's shown name. */
export type PackageRow = {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly surplus: Readonly<Record<string, number>>;
  /** The whole verdict cell as read. */
  readonly verdict: string;
};

/** The packages table as it is now. A package with issues open has no values. */
export async function packagesTable(page: Page): Promise<readonly PackageRow[]> {
  const rows = await page.locator("table.packages-table").evaluate((table: HTMLTableElement) => {
    const parties = [...table.querySelectorAll("thead th")].slice(2).map((th) => th.textContent ?? "");
    return [...table.tBodies[0]!.rows].map((row) => ({
      name: row.querySelector("th bdi")?.textContent ?? "",
      numbers: parties.map((party, at) => ({
        party,
        exact: [...row.cells[at + 2]!.querySelectorAll("data")].map((one) => one.getAttribute("value")),
      })),
      verdict: row.cells[1]?.textContent ?? "",
    }));
  });
  return rows.map(({ name, numbers, verdict }) => ({
    name,
    verdict,
    values: at(numbers, 0),
    surplus: at(numbers, 1),
  }));
}

type Numbers = readonly { readonly party: string; readonly exact: readonly (string | null)[] }[];

function at(numbers: Numbers, place: number): Record<string, number> {
  return Object.fromEntries(
    numbers.flatMap(({ party, exact }) => (exact[place] ? [[party, Number(exact[place])] as const] : [])),
  );
}
