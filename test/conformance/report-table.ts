import type { Check } from "./compare.ts";

/** One analysed domain: what was compared, and how long the analysis took. */
export type Row = {
  readonly domain: string;
  readonly reservations: string;
  readonly checks: readonly Check[];
  readonly seconds: number;
};

const columns: readonly Check["what"][] = [
  "outcomes",
  "agreement zone",
  "frontier",
  "points",
  "Nash bargaining",
  "egalitarian",
  "welfare",
];

/** An aligned table, then every difference in full. A `!` marks what differs. */
export function reportTable(rows: readonly Row[]): string {
  const lines = [
    ["domain", "reservations", ...columns, "seconds", ""],
    ...rows.map((row) => [
      row.domain,
      row.reservations,
      ...columns.map((what) => cell(row.checks.find((check) => check.what === what))),
      row.seconds.toFixed(2),
      passes(row) ? "pass" : "FAIL",
    ]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const table = lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  const differences = rows.flatMap(({ domain, reservations, checks }) =>
    checks.flatMap(({ what, difference }) =>
      difference === undefined ? [] : [`${domain} (reservations ${reservations}), ${what}: ${difference}`],
    ),
  );
  return [...table, ...differences].join("\n");
}

export function passes({ checks }: Row): boolean {
  return checks.every(({ difference }) => difference === undefined);
}

/** Utilities are cut to what fits a line; the comparison itself used them whole. */
function cell(check: Check | undefined): string {
  if (!check) return "-";
  const short = check.shown.replace(/\d\.\d{5,}/g, (number) => Number(number).toFixed(4));
  return `${check.difference === undefined ? "" : "! "}${short.length > 44 ? `${short.slice(0, 41)}...` : short}`;
}
