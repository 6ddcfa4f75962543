import type { Choices, IssueId, OptionId, PackageId, PartyId, SourceId } from "#model";

/** Something on the page whose evidence can be asked for: a judgement, or a number computed from judgements. */
export type EvidenceRef =
  /** A party's sheet as a whole: whose it is, when, how sure. */
  | { readonly kind: "sheet"; readonly party: PartyId }
  | { readonly kind: "reservation"; readonly party: PartyId }
  | { readonly kind: "weight"; readonly party: PartyId; readonly issue: IssueId }
  | { readonly kind: "value"; readonly party: PartyId; readonly issue: IssueId; readonly option: OptionId }
  | { readonly kind: "linkage"; readonly party: PartyId; readonly linkage: string }
  | { readonly kind: "line"; readonly party: PartyId; readonly line: string }
  | { readonly kind: "floor"; readonly party: PartyId; readonly floor: string }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "option"; readonly issue: IssueId; readonly option: OptionId }
  | { readonly kind: "term"; readonly term: string }
  | { readonly kind: "candidates"; readonly list: string; readonly candidate?: string }
  | { readonly kind: "package"; readonly package: PackageId }
  | { readonly kind: "source"; readonly source: SourceId }
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "event"; readonly event: string }
  /** What these choices are worth to the party: its parts, each with its own evidence. */
  | { readonly kind: "utility"; readonly party: PartyId; readonly choices: Choices; readonly title: string }
  /** How an answer of the engine was found: the rules in force, the method, how sure. */
  | { readonly kind: "answer"; readonly part: "agreement-zone" | "frontier" | "solutions" | "unlocks" | "robustness" };
