import type { DecidingJudgement } from "#claims";
import type { Scenario } from "#model";
import type { EvidenceRef } from "../../deal/evidence-ref.ts";

/** Where the evidence of what decides a claim is; undefined where only its sources can be shown. */
export function decidingEvidence(judgement: DecidingJudgement, scenario: Scenario): EvidenceRef | undefined {
  const { kind, party, id } = judgement;
  switch (kind) {
    case "reservation":
      return party === undefined ? undefined : { kind: "reservation", party };
    case "issue":
      return party === undefined ? undefined : { kind: "weight", party, issue: id };
    case "linkage":
      return party === undefined ? undefined : { kind: "linkage", party, linkage: id };
    case "line":
      return party === undefined ? undefined : { kind: "line", party, line: id };
    case "floor":
      return party === undefined ? undefined : { kind: "floor", party, floor: id };
    case "reading":
      return { kind: "term", term: id };
    case "acceptability": {
      const list = scenario.agenda.candidates.find(({ candidates }) => candidates.some((one) => one.id === id));
      return list && { kind: "candidates", list: list.id, candidate: id };
    }
    case "package":
      return { kind: "package", package: id };
    case "event":
      return { kind: "event", event: id };
    case "source":
      return { kind: "source", source: id };
    case "session":
    case "parameter":
    case "statement":
    case "feature":
      return undefined;
  }
}
