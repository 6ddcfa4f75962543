import type { PackageReport } from "#analysis";
import { type Day, parseDay } from "#prelude";
import { type Block, type Document, type Inline, type Section, series, type Text } from "../document/document.ts";
import { dayWords } from "../words/day-words.ts";
import { points, signedPoints } from "../words/format-number.ts";
import { reasonsWords, refusingParties, verdictWords } from "../words/refusal-words.ts";
import { laterPackages } from "./later-packages.ts";
import { movesTable } from "./moves.ts";
import { unlockAnswer, unlockBlocks } from "./package-unlocks.ts";
import { judgedParties, type ScenarioContext } from "./report-context.ts";

/** One package by itself: what it is worth to whom, where each party is short, what is broken, what would unlock it. */
export function evaluationDocument(context: ScenarioContext, report: PackageReport): Document {
  const sections = [
    verdicts(context, report),
    shortfalls(context, report),
    broken(context, report),
    remedies(context, report),
  ];
  const later = laterPackages(context.scenario, [{ name: report.name, ...dated(report) }]);
  return {
    title: report.name,
    subtitle: dayWords("judged on", report.date ?? context.scenario.agenda.asOf),
    answer: [[...verdictWords(report, context.names), "."], ...(later ? [later] : [])],
    sections: sections.filter((section) => section !== undefined),
  };
}

function verdicts(context: ScenarioContext, report: PackageReport): Section | undefined {
  const { names, scenario } = context;
  if (scenario.sheets.length === 0) return undefined;
  const refusing = refusingParties(report);
  const parties = judgedParties(context);
  const content = parties.filter((party) => !refusing.includes(party.id));
  const estimates = scenario.sheets.filter((sheet) => sheet.kind === "estimate");
  return {
    id: "verdicts",
    title: "Each party",
    answer: [
      ...(refusing.length === 0
        ? ["No party refuses."]
        : [...series(refusing.map((party) => names.party(party))), refusing.length === 1 ? " refuses" : " refuse"]),
      ...(refusing.length > 0 && content.length > 0
        ? [
            "; ",
            ...series(content.map((party) => names.party(party.id))),
            content.length === 1 ? " does not." : " do not.",
          ]
        : refusing.length > 0
          ? ["."]
          : []),
      ...(estimates.length > 0
        ? [
            " The numbers for ",
            ...series(estimates.map((sheet) => names.party(sheet.party))),
            " (marked *) are this analyst’s estimate.",
          ]
        : []),
    ],
    blocks: [
      {
        kind: "table",
        caption: "Value, reservation value and surplus, in points of each party’s own scale",
        columns: [
          { title: "Party", align: "start" },
          { title: "Value", align: "end" },
          { title: "Reservation value", align: "end" },
          { title: "Surplus", align: "end" },
          { title: "Verdict", align: "start", long: true },
        ],
        rows: parties.map((party): readonly Text[] => {
          const value = report.utilities[party.id];
          const surplus = report.surplus[party.id];
          const sheet = names.sheet(party.id);
          const refusals = report.refusedBy.filter((refusal) => refusal.party === party.id);
          return [
            [names.party(party.id), " ", { kind: "id", text: party.id }, sheet?.kind === "estimate" ? "*" : ""],
            value === undefined ? "open" : points(value, party.scale),
            sheet ? points(sheet.reservation.mid, party.scale) : "none",
            surplus === undefined ? "open" : signedPoints(surplus, party.scale),
            verdict(context, report, refusals),
          ];
        }),
      },
    ],
  };
}

function verdict(
  { names }: ScenarioContext,
  report: PackageReport,
  refusals: PackageReport["refusedBy"],
): readonly Inline[] {
  if (refusals.length > 0)
    return [{ kind: "verdict", is: "no", text: "refuses" }, " by ", ...series(reasonsWords(refusals, names))];
  return report.complete
    ? [{ kind: "verdict", is: "yes", text: "accepts" }]
    : [{ kind: "verdict", is: "open", text: "no refusal is certain" }];
}

/** Issue by party: what each issue falls short of the party's best there. */
function shortfalls(context: ScenarioContext, report: PackageReport): Section | undefined {
  const { scenario, names } = context;
  const parties = judgedParties(context).filter((party) => (report.shortfallByIssue[party.id] ?? []).length > 0);
  const [first] = refusingParties(report);
  if (parties.length === 0) return undefined;
  const short = (party: string, issue: string) =>
    (report.shortfallByIssue[party] ?? []).find((row) => row.issue === issue)?.points;
  const leader = first ?? parties[0]?.id ?? "";
  const order = (report.shortfallByIssue[leader] ?? []).map((row) => row.issue);
  const issues = scenario.agenda.issues
    .map((issue) => issue.id)
    .filter((issue) => parties.some((party) => short(party.id, issue) !== undefined))
    .sort((a, b) => place(order, a) - place(order, b));
  return {
    id: "shortfall",
    title: "Shortfall by issue",
    answer: [
      "What each issue falls short of each party’s best option there, in points, ranked for ",
      names.party(leader),
      ".",
    ],
    blocks: [
      {
        kind: "table",
        caption: "Shortfall by issue",
        columns: [
          { title: "Issue and option", align: "start" },
          ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
        ],
        rows: issues.map((issue): readonly Text[] => [
          names.choice(issue, report.choices[issue] ?? ""),
          ...parties.map((party) => {
            // only what falls short is listed: an issue that is settled and absent is at the party's best
            const settled = report.choices[issue] !== undefined;
            return settled ? points(short(party.id, issue) ?? 0, party.scale) : "open";
          }),
        ]),
      },
    ],
  };
}

function place(order: readonly string[], issue: string): number {
  const at = order.indexOf(issue);
  return at < 0 ? order.length : at;
}

function broken({ names, scenario }: ScenarioContext, report: PackageReport): Section | undefined {
  const rules = report.rulesBroken.map((id): Text => {
    const rule = scenario.agenda.rules.find((one) => one.id === id);
    return ["The ", ...names.rule(id), ...(rule ? [": ", { kind: "name", text: rule.reason } satisfies Inline] : [])];
  });
  const refusals = report.refusedBy
    .filter((refusal) => refusal.by !== "value")
    .map((refusal): Text => [names.party(refusal.party), ": ", ...series(reasonsWords([refusal], names))]);
  const declared = report.declaredLinesCrossed.map(
    (line): Text => [
      ...names.constraint({ kind: "line", party: line.party, line: line.line }),
      line.undated ? " (undated)" : "",
      ": reported, not enforced",
    ],
  );
  const items = [...rules, ...refusals, ...declared];
  if (items.length === 0) return undefined;
  return {
    id: "broken",
    title: "Rules, lines and floors broken",
    answer:
      rules.length > 0
        ? "The package breaks a rule that binds everyone, so it is no settlement."
        : refusals.length > 0
          ? "No rule that binds everyone is broken; these lines and floors are:"
          : "No rule that binds everyone and no enforced line or floor is broken; declared lines are crossed:",
    blocks: [{ kind: "list", items }],
  };
}

function remedies(context: ScenarioContext, report: PackageReport): Section | undefined {
  if (report.packageUnlocks.status === "not-needed") return undefined;
  return {
    id: "unlocks",
    title: "What would unlock it",
    answer: unlockAnswer(report.packageUnlocks),
    blocks: [
      ...unlockBlocks(context, report.packageUnlocks, report.choices),
      ...refusingParties(report).flatMap((party): Block[] => {
        const moves = report.moves[party] ?? [];
        const before = { choices: report.choices, ...dated(report) };
        return moves.length > 0 ? [movesTable(context, party, moves, before)] : [];
      }),
    ],
  };
}

/** The report's day is one the scenario's own files gave; only the text of it travels in a report. */
function dated({ date }: PackageReport): { readonly date?: Day } {
  const day = date === undefined ? undefined : parseDay(date);
  return day === undefined ? {} : { date: day };
}
