import type { ConstraintRef } from "#analysis";
import { noDay } from "#prelude";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { counted } from "../words/format-number.ts";
import type { ReportContext } from "./report-context.ts";

/** What decided every verdict of this run. */
export function rulesInForceSection(context: ReportContext): Section {
  const { analysis, scenario, names } = context;
  const { rules } = analysis;
  const group = (title: string, refs: readonly ConstraintRef[]): (readonly Text[])[] =>
    refs.length === 0 ? [] : [[title, names.constraints(refs, { ids: true })]];
  const locks = Object.entries(rules.locks);
  const rows: readonly (readonly Text[])[] = [
    ...group(
      "Reservation values enforced",
      rules.enforced.filter((ref) => ref.kind === "reservation"),
    ),
    ...group(
      "Lines and floors enforced",
      rules.enforced.filter((ref) => ref.kind !== "reservation"),
    ),
    ...group("Declared lines, reported only", rules.reportedOnly),
    ...group("Not in force on this date", rules.notInForce),
    ...group("Undated, counted as in force", rules.undated),
    ...group("Set aside for this run", rules.setAside),
    ...(locks.length > 0
      ? [["Locked for this run", series(locks.map(([issue, option]) => names.choice(issue, option)))]]
      : []),
  ];
  return {
    id: "rules",
    title: "Rules in force",
    answer: [
      ...decision(context),
      ` A value equal to the reservation value ${rules.tie}. ${rules.on === noDay ? "The scenario carries no date." : `Judged on ${rules.on}.`}`,
    ],
    blocks: [
      ...(rows.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: "Constraints of this run",
              columns: [
                { title: "Kind", align: "start" as const },
                { title: "Which", align: "start" as const, long: true },
              ],
              rows,
            },
          ]),
      ...(scenario.agenda.rules.length > 0 ? [ruleTable(context)] : []),
    ],
  };
}

/** Whose consent decides, by name. */
function decision({ names }: ReportContext): readonly Inline[] {
  const { judged, unjudged } = names;
  if (judged.length === 0) return ["No sheet is there to judge consent by."];
  const parties = (ids: readonly string[]) => series(ids.map((party) => names.party(party)));
  return [
    "A settlement needs the consent of ",
    ...parties([...judged, ...unjudged]),
    ".",
    ...(unjudged.length > 0 ? [" Without a sheet, so left out: ", ...parties(unjudged), "."] : []),
  ];
}

function ruleTable({ scenario, names }: ReportContext): Block {
  const { rules } = scenario.agenda;
  return {
    kind: "table",
    caption: `${counted(rules.length, "rule")} that bind${rules.length === 1 ? "s" : ""} everyone`,
    columns: [
      { title: "Rule", align: "start" },
      { title: "What it says", align: "start", long: true },
      { title: "Reason and sources", align: "start", long: true },
    ],
    rows: rules.map((rule): readonly Text[] => [
      [{ kind: "id", text: rule.id }, ...(rule.definitional ? [" (definitional)"] : [])],
      rule.kind === "forbid"
        ? ["Impossible together: ", ...names.condition(rule.when), "."]
        : ["If ", ...names.condition(rule.when), ", then ", ...names.condition(rule.then), "."],
      [
        { kind: "name", text: rule.reason },
        ...(rule.sources.length > 0 ? [" (", ...series(rule.sources.map((id): Inline => names.source(id))), ")"] : []),
      ],
    ]),
  };
}
