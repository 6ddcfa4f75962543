import type { Evidence, PreferenceSheet } from "#model";
import { inherited } from "#report";

export type EvidenceField = "author" | "date" | "confidence" | "why" | "sources";

export type Origin = {
  readonly evidence: Evidence;
  /** What the judgement does not say of itself: the sheet says it for all its judgements. */
  readonly fromSheet: readonly EvidenceField[];
  /** It says nothing of itself at all. */
  readonly wholly: boolean;
};

const fields = ["author", "date", "confidence", "why", "sources"] as const;

/** A judgement's evidence, with what it has from its sheet. Files are read with the sheet's evidence filled in, so sameness tells. */
export function evidenceOrigin(own: Evidence, sheet: PreferenceSheet): Origin {
  const evidence = inherited(own, sheet);
  const common = inherited(sheet.evidence, sheet);
  const fromSheet = fields.filter((field) =>
    field === "sources" ? evidence.sources.join(" ") === common.sources.join(" ") : evidence[field] === common[field],
  );
  return {
    evidence,
    // an absent field came from nowhere; no sources is a thing that is said of all judgements
    fromSheet: fromSheet.filter((field) => evidence[field] !== undefined),
    wholly: fromSheet.length === fields.length && evidence.note === undefined,
  };
}
