import type { JudgementRef } from "#analysis";
import type { EvidenceRef } from "../../deal/evidence-ref.ts";

/** Where the evidence of a drawn number is: a linkage's cell or points stand on the linkage. */
export function judgementEvidence(judgement: JudgementRef): EvidenceRef {
  switch (judgement.kind) {
    case "reservation":
    case "weight":
    case "value":
      return judgement;
    case "cell":
    case "combination":
      return { kind: "linkage", party: judgement.party, linkage: judgement.linkage };
  }
}
