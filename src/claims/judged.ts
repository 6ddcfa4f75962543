import type {
  CandidateList,
  Choices,
  Evidence,
  Floor,
  IssueId,
  Judgement,
  Package,
  PreferenceSheet,
  RedLine,
  Scenario,
  Term,
} from "#model";
import type { Judged } from "./finding.ts";
import { conditionText, issueName, optionName, partyName, points } from "./wording.ts";

/** A judgement's own evidence, with what it leaves unsaid taken from the sheet or list it belongs to. */
export function backed(
  own: Evidence,
  fallback: Evidence,
  author?: string,
): Pick<Judged, "sources" | "author" | "confidence"> {
  const named = own.author ?? fallback.author ?? author;
  const confidence = own.confidence ?? fallback.confidence;
  return {
    ...(named === undefined ? {} : { author: named }),
    ...(confidence === undefined ? {} : { confidence }),
    sources: own.sources, // what it inherits is in it already; an empty list says that it has none
  };
}

function range({ low, mid, high }: Judgement): string {
  return low < high ? `${points(mid)} (${points(low)} to ${points(high)})` : points(mid);
}

export function judgedReservation(sheet: PreferenceSheet): Judged {
  return {
    kind: "reservation",
    party: sheet.party,
    id: "reservation",
    says: `Reservation value ${range(sheet.reservation)} of ${points(sheet.scale)}`,
    ...backed(sheet.reservation.evidence, sheet.evidence, sheet.author),
  };
}

/** The weight of an issue and the values of these of its options; all of them by default. */
export function judgedIssue(
  scenario: Scenario,
  sheet: PreferenceSheet,
  issue: IssueId,
  options: readonly string[] = Object.keys(sheet.issues[issue]!.values),
): Judged {
  const { weight, of, values, evidence } = sheet.issues[issue]!;
  const worth = options.map((option) => `"${optionName(scenario, issue, option)}" ${range(values[option]!)}`);
  return {
    kind: "issue",
    party: sheet.party,
    id: issue,
    says: `${issueName(scenario, issue)}: weight ${range(weight)}; ${worth.join(", ")} of ${points(of)}`,
    ...backed(evidence, sheet.evidence, sheet.author),
  };
}

export function judgedLine(scenario: Scenario, sheet: PreferenceSheet, line: RedLine): Judged {
  const dates = [line.from ? ` from ${line.from}` : "", line.until ? ` until ${line.until}` : ""].join("");
  return {
    kind: "line",
    party: sheet.party,
    id: line.id,
    says: `${line.kind === "hard" ? "Hard" : "Declared"} line${dates || ", undated"}: no ${conditionText(scenario, line.when)}`,
    ...backed(line.evidence, sheet.evidence, sheet.author),
  };
}

export function judgedFloor(scenario: Scenario, sheet: PreferenceSheet, floor: Floor): Judged {
  return {
    kind: "floor",
    party: sheet.party,
    id: floor.id,
    says: `Carries out ${issueName(scenario, floor.issue)} from a value of ${points(floor.min)}`,
    ...backed(floor.evidence, sheet.evidence, sheet.author),
  };
}

/** The linkages that bear on the issues under these choices: tables that replace a value, combinations that hold. */
export function judgedLinkages(
  sheet: PreferenceSheet,
  choices: Choices,
  issues: readonly IssueId[],
  fired: readonly string[],
): Judged[] {
  return sheet.linkages.flatMap((linkage): Judged[] => {
    const backing = backed(linkage.evidence, sheet.evidence, sheet.author);
    if (linkage.kind === "combination") {
      if (!fired.includes(linkage.id)) return [];
      const says = `Combination worth ${range(linkage.value)} of ${points(linkage.of)}`;
      return [{ kind: "linkage", party: sheet.party, id: linkage.id, says, ...backing }];
    }
    const cell = linkage.table[choices[linkage.given] ?? ""]?.[choices[linkage.issue] ?? ""];
    if (!cell || !issues.includes(linkage.issue)) return [];
    const says = `${linkage.issue} is worth ${range(cell)} given ${linkage.given}: ${choices[linkage.given]}`;
    return [{ kind: "linkage", party: sheet.party, id: linkage.id, says, ...backing }];
  });
}

/** The tables that may replace the issue's own values, whatever is chosen. */
export function judgedTables(sheet: PreferenceSheet, issue: IssueId): Judged[] {
  return sheet.linkages.flatMap((linkage): Judged[] => {
    if (linkage.kind !== "table" || linkage.issue !== issue) return [];
    const says = `What ${issue} is worth given ${linkage.given}`;
    const backing = backed(linkage.evidence, sheet.evidence, sheet.author);
    return [{ kind: "linkage", party: sheet.party, id: linkage.id, says, ...backing }];
  });
}

export function judgedReadings(scenario: Scenario, term: Term): Judged {
  const readings = Object.entries(term.readings).map(([party, option]) => {
    return `${partyName(scenario, party)} as "${optionName(scenario, term.issue, option)}"`;
  });
  return {
    kind: "reading",
    id: term.id,
    says: `"${term.wording}" is read by ${readings.join(", ")}`,
    ...backed(term.evidence, { sources: [] }),
  };
}

export function judgedCandidate(list: CandidateList, id: string): Judged {
  const candidate = list.candidates.find((one) => one.id === id)!;
  const scores = list.deciding.map((party) => `${party} ${points(candidate.acceptability[party] ?? 0)}`);
  return {
    kind: "acceptability",
    id,
    says: `${candidate.name}: ${scores.join(", ")}; passes from ${points(list.threshold)}`,
    ...backed(candidate.evidence, list.evidence),
  };
}

/** That the package is as the scenario has it. */
export function judgedPackage(judged: Package): Judged {
  return { kind: "package", id: judged.id, says: `What "${judged.name}" consists of`, sources: judged.sources };
}
