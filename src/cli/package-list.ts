import type { PackageReport } from "#analysis";
import { paint, type Terminal } from "./terminal.ts";

/** One line per package: who refuses it and by what, or that all accept. */
export function packageList(
  reports: readonly { readonly id: string; readonly report: PackageReport }[],
  terminal: Terminal,
): string {
  const longest = Math.max(...reports.map(({ id }) => id.length));
  return reports.map(({ id, report }) => `  ${id.padEnd(longest)}  ${verdict(report, terminal)}`).join("\n");
}

function verdict(report: PackageReport, terminal: Terminal): string {
  const rules = report.rulesBroken.length > 0 ? [`breaks rule ${report.rulesBroken.join(", ")}`] : [];
  const parties = [...new Set(report.refusedBy.map(({ party }) => party))];
  const reasons = parties.map((party) => {
    const ways = report.refusedBy.filter((refusal) => refusal.party === party).map(({ by }) => by);
    return `${party} by ${[...new Set(ways)].join(" and ")}`;
  });
  const refused = reasons.length > 0 ? [`refused: ${reasons.join(", ")}`] : [];
  const open = report.complete ? [] : ["leaves issues open"];
  const found = [...rules, ...refused, ...open];
  if (found.length > 0) return `${report.complete || refused.length > 0 ? "✗" : "-"} ${found.join("; ")}`;
  return terminal.colour ? paint("✓ all accept", "green") : "✓ all accept";
}
