import type { PackageReport } from "#analysis";
import type { PackageId, Scenario } from "#model";
import { type Inline, name, series, type Text } from "../document/document.ts";
import { refusingParties } from "../words/refusal-words.ts";
import { displayWidth } from "./display-width.ts";
import { inkFor } from "./ink.ts";
import { wrapText } from "./ink-text.ts";
import type { TerminalOptions } from "./layout-document.ts";

/** What `entente evaluate` prints of every named package at once: one entry each, who refuses it and by what. */
export function verdictListText(
  scenario: Scenario,
  reports: readonly { readonly id: PackageId; readonly report: PackageReport }[],
  options: TerminalOptions,
): string {
  const ink = inkFor(options.colour);
  const width = Math.max(40, Math.min(options.width, 140));
  const longest = Math.max(...reports.map(({ id }) => displayWidth(id)));
  const beside = longest <= width / 2; // else the verdict goes under the package's id
  const indent = beside ? longest + 4 : 4;
  const lines = (text: Text, room = width) => wrapText(text, room, ink).map((line) => line.printed);
  const entry = (id: PackageId, report: PackageReport): string[] => {
    const verdict = lines(verdictText(report), width - indent);
    const named = lines({ kind: "name", text: id }, width - 2).map((line) => `  ${line}`);
    if (!beside) return [...named, ...verdict.map((line) => `    ${line}`)];
    const label = (named[0] ?? "").padEnd(indent);
    return verdict.map((line, at) => (at === 0 ? label : " ".repeat(indent)) + line);
  };
  return [
    ...lines([name(scenario.agenda.title), ": who refuses which package"]),
    "",
    ...reports.flatMap(({ id, report }) => entry(id, report)),
    "",
    ...lines("With --package NAME: what it is worth to each party, and what falls short."),
    "",
  ].join("\n");
}

/** "✗ refused: RU by value and line, EU by floor"; parties by their ids, so that a dozen packages stay a glance. */
function verdictText(report: PackageReport): readonly Inline[] {
  const rules = report.rulesBroken.map((rule): Inline => ({ kind: "id", text: rule }));
  const reasons = refusingParties(report).map((party): string => {
    const ways = report.refusedBy.filter((refusal) => refusal.party === party).map(({ by }) => by);
    return `${party} by ${[...new Set(ways)].join(" and ")}`;
  });
  const open = report.complete ? "" : "; leaves issues open";
  const broken: readonly Inline[] =
    rules.length > 0 ? [`breaks rule${rules.length === 1 ? " " : "s "}`, ...series(rules)] : [];
  if (reasons.length > 0)
    return [
      { kind: "verdict", is: "no", text: "refused" },
      ": ",
      { kind: "name", text: reasons.join(", ") },
      ...(broken.length > 0 ? ["; ", ...broken] : []),
      open,
    ];
  if (broken.length > 0) return [{ kind: "verdict", is: "no", text: "no settlement" }, ": ", ...broken, open];
  return report.complete
    ? [{ kind: "verdict", is: "yes", text: "all accept" }]
    : [{ kind: "verdict", is: "open", text: "leaves issues open" }];
}
