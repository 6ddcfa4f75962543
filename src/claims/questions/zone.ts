import { type AnalysisOptions, type RulesInForce, rulesInForce } from "#analysis";
import type { Condition, Question, Scenario } from "#model";
import { type Finding, found, type Judged, type Reading, undecided, type World } from "../finding.ts";
import { judgedFloor, judgedIssue, judgedLine, judgedReservation, judgedTables } from "../judged.ts";
import { sheetOf } from "../lookup.ts";
import { conditionText, constraintText, listed, partyName } from "../wording.ts";

type ZoneQuestion = Extract<Question, { kind: "zone" }>;

/** The lines and floors that, none of them spare, keep the agreement zone empty. */
type Conflict = {
  readonly lines: RulesInForce["lines"];
  readonly floors: RulesInForce["floors"];
  /** The lines alone leave some issue without an option: no reservation value matters. */
  readonly logic: boolean;
};

/**
 * Decided, when the zone is empty, by a minimal set of lines and floors that keeps it so (lines away from the question's
 * own issues are dropped first, those it names last), with the values behind such a floor; and, unless these leave some
 * issue without an option, by the consenting parties' reservation values and their judgements of the options named.
 * When the zone is not empty, by those reservation values and judgements, and by the lines and floors the question sets aside.
 */
export function decideZone(question: ZoneQuestion, { scenario, engine }: World, reading: Reading): Finding {
  const options: AnalysisOptions = {
    where: question.where,
    setAside: question.setAside,
    ...(reading === "as-weight" ? { withoutRedLines: true } : { enforce: question.enforce }),
  };
  const answer = engine().zoneExists(options);
  if (answer.status === "unknown") return undecided(answer.reason);
  if (answer.status !== "exact") return undecided("The search for a settlement was stopped before it was proved.");

  let known: Conflict | undefined;
  const conflict = () => {
    known ??= minimalConflict(question, options, scenario, (more) => {
      const left = engine().zoneExists({ ...options, setAside: [...question.setAside, ...more] });
      return left.status === "exact" && !left.value;
    });
    return known;
  };
  return found(
    answer.value === (question.answer === "not-empty"),
    () => sentence(question, scenario, answer.value, reading, conflict),
    () => {
      const stakes = scenario.sheets
        .filter(({ party }) => scenario.agenda.consent.includes(party))
        .flatMap((sheet) => [
          judgedReservation(sheet),
          ...question.where.map(({ issue, options: named }) => judgedIssue(scenario, sheet, issue, named)),
        ]);
      if (answer.value) return [...setAside(question, scenario), ...stakes];
      const { lines, floors, logic } = conflict();
      return [
        ...lines.map(({ party, line }) => judgedLine(scenario, sheetOf(scenario, party)!, line)),
        ...floors.flatMap(({ party, floor }) => {
          const sheet = sheetOf(scenario, party)!;
          const value = judgedIssue(scenario, sheet, floor.issue, floor.commitments);
          return [judgedFloor(scenario, sheet, floor), value, ...judgedTables(sheet, floor.issue)];
        }),
        ...(logic ? [] : stakes),
      ];
    },
  );
}

function sentence(
  question: ZoneQuestion,
  scenario: Scenario,
  exists: boolean,
  reading: Reading,
  conflict: () => Conflict,
): string {
  const where = question.where.length > 0 ? ` with ${conditionText(scenario, question.where)}` : "";
  if (exists) return `The agreement zone${where} holds a settlement.`;
  const { lines, floors, logic } = conflict();
  const zone = `The agreement zone${where} is empty`;
  const owned = (party: string, what: string): string => {
    const name = partyName(scenario, party);
    return `${name}${/s$/i.test(name) ? "’" : "’s"} ${what}`;
  };
  const names = [
    ...lines.map(({ party, line }) => {
      const on = (when: Condition): string =>
        when
          .map(({ issue }) => issue)
          .sort()
          .join(" ");
      const apart = lines.some((other) => other.line !== line && on(other.line.when) === on(line.when));
      return owned(party, constraintText(scenario, sheetOf(scenario, party)!, { line: line.id }, apart));
    }),
    ...floors.map(({ party, floor }) =>
      owned(party, constraintText(scenario, sheetOf(scenario, party)!, { floor: floor.id })),
    ),
  ];
  if (names.length === 0)
    return `${zone} by value alone${reading === "enforced" ? ", with every line and floor set aside" : ""}.`;
  if (logic)
    return `${zone}: ${listed(names)} ${names.length > 1 ? "leave" : "leaves"} no option. That is logic, not weight.`;
  return `${zone}: ${listed(names)} ${names.length > 1 ? "leave" : "leaves"} nothing that every party values enough.`;
}

/** Sets aside one line or floor after the other as long as the zone stays empty; what cannot be spared is left. */
function minimalConflict(
  question: ZoneQuestion,
  options: AnalysisOptions,
  scenario: Scenario,
  staysEmpty: (setAside: readonly string[]) => boolean,
): Conflict {
  const inForce = rulesInForce(scenario, options);
  const named = new Set(question.where.map(({ issue }) => issue));
  const members = [
    ...inForce.lines.map(({ party, line }) => ({
      name: `${party}.${line.id}`,
      near: line.when.some(({ issue }) => named.has(issue)),
      asked: question.enforce.some((name) => name === line.id || name === `${party}.${line.id}`),
    })),
    ...inForce.floors.map(({ party, floor }) => ({
      name: `${party}.${floor.id}`,
      near: named.has(floor.issue),
      asked: false,
    })),
  ].sort((a, b) => rank(a) - rank(b));
  const aside: string[] = [];
  const everything = members.map(({ name }) => name);
  if (staysEmpty(everything)) aside.push(...everything);
  else for (const { name } of members) if (staysEmpty([...aside, name])) aside.push(name);
  const lines = inForce.lines.filter(({ party, line }) => !aside.includes(`${party}.${line.id}`));
  const floors = inForce.floors.filter(({ party, floor }) => !aside.includes(`${party}.${floor.id}`));
  return { lines, floors, logic: floors.length === 0 && leaveNoOption(scenario, question, lines) };
}

function rank({ near, asked }: { readonly near: boolean; readonly asked: boolean }): number {
  return (near ? 1 : 0) + (asked ? 2 : 0);
}

/** Whether some issue has no option that the question allows and that no line over this issue alone refuses. */
function leaveNoOption({ agenda }: Scenario, question: ZoneQuestion, lines: RulesInForce["lines"]): boolean {
  return agenda.issues.some(({ id, options }) => {
    const clauses = question.where.filter(({ issue }) => issue === id);
    const alone = lines.flatMap(({ line }) => (line.when.every(({ issue }) => issue === id) ? [line.when] : []));
    return options.every((option) => {
      const asked = clauses.every((clause) => clause.options.includes(option.id));
      return !asked || alone.some((when) => when.every((clause) => clause.options.includes(option.id)));
    });
  });
}

function setAside(question: ZoneQuestion, scenario: Scenario): Judged[] {
  const isNamed = (party: string, id: string) => {
    return question.setAside.some((name) => name === id || name === `${party}.${id}`);
  };
  return scenario.sheets.flatMap((sheet) => [
    ...sheet.redLines.filter(({ id }) => isNamed(sheet.party, id)).map((line) => judgedLine(scenario, sheet, line)),
    ...sheet.floors.filter(({ id }) => isNamed(sheet.party, id)).map((floor) => judgedFloor(scenario, sheet, floor)),
  ]);
}
