import type { IssueId, OptionId } from "#model";
import type { Instant } from "../instant.ts";
import type { DelegationId, Level } from "../seat.ts";

/** What a delegation may agree to, as its mandator instructed it. The delegation's own: sealed outside its clients. */
export type Mandate = {
  readonly delegation: DelegationId;
  /** In any order: of two that say something of the same item the one with the later date prevails, then the later in the list. */
  readonly instructions: readonly Instruction[];
};

/** A dated order from the mandator. */
export type Instruction = {
  readonly id: string;
  /** Who gave it, as the delegation reads it. */
  readonly by: string;
  /** In force from this moment. */
  readonly at: Instant;
  readonly items: readonly MandateItem[];
  readonly note?: string;
};

/** Each kind is one item, or one for each issue; null or no options take back what an earlier instruction said of it. */
export type MandateItem =
  /** The least the whole settlement may be worth by the delegation's own sheet, in points. */
  | { readonly kind: "floor"; readonly least: number | null }
  /** Only these options. */
  | { readonly kind: "allowed"; readonly issue: IssueId; readonly options: readonly OptionId[] }
  /** None of these options. */
  | { readonly kind: "forbidden"; readonly issue: IssueId; readonly options: readonly OptionId[] }
  /** These only once the mandator has cleared them. */
  | { readonly kind: "needs clearance"; readonly issue: IssueId; readonly options: readonly OptionId[] }
  /** Clears them; a later "needs clearance" for the issue ends it. */
  | { readonly kind: "cleared"; readonly issue: IssueId; readonly options: readonly OptionId[] }
  /** The least level at which the delegation may accept. */
  | { readonly kind: "level"; readonly level: Level | null }
  /** No authority after this moment. */
  | { readonly kind: "expires"; readonly at: Instant | null };

/** What prevails at a moment, each with the instruction that says it. */
export type MandateInForce = {
  readonly floor?: Prevailing<"floor">;
  readonly level?: Prevailing<"level">;
  readonly expires?: Prevailing<"expires">;
  readonly allowed: ReadonlyMap<IssueId, Prevailing<"allowed">>;
  readonly forbidden: ReadonlyMap<IssueId, Prevailing<"forbidden">>;
  readonly needsClearance: ReadonlyMap<IssueId, Prevailing<"needs clearance">>;
};

export type Prevailing<Kind extends MandateItem["kind"]> = {
  readonly item: Extract<MandateItem, { readonly kind: Kind }>;
  readonly by: Instruction;
};

/** Instructions dated later than `at` are not in force yet. */
export function mandateInForce({ instructions }: Mandate, at: Instant): MandateInForce {
  let floor: Prevailing<"floor"> | undefined;
  let level: Prevailing<"level"> | undefined;
  let expires: Prevailing<"expires"> | undefined;
  const allowed = new Map<IssueId, Prevailing<"allowed">>();
  const forbidden = new Map<IssueId, Prevailing<"forbidden">>();
  const needsClearance = new Map<IssueId, Prevailing<"needs clearance">>();
  const given = instructions.filter((each) => each.at <= at);
  for (const by of given.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    for (const item of by.items) {
      if (item.kind === "floor") floor = { item, by };
      else if (item.kind === "level") level = { item, by };
      else if (item.kind === "expires") expires = { item, by };
      else if (item.kind === "allowed") allowed.set(item.issue, { item, by });
      else if (item.kind === "forbidden") forbidden.set(item.issue, { item, by });
      else if (item.kind === "needs clearance") needsClearance.set(item.issue, { item, by });
      else clear(needsClearance, item);
    }
  }
  return {
    ...(floor === undefined ? {} : { floor }),
    ...(level === undefined ? {} : { level }),
    ...(expires === undefined ? {} : { expires }),
    allowed,
    forbidden,
    needsClearance,
  };
}

function clear(
  needsClearance: Map<IssueId, Prevailing<"needs clearance">>,
  { issue, options }: Extract<MandateItem, { kind: "cleared" }>,
): void {
  const known = needsClearance.get(issue);
  if (known === undefined) return;
  const left = known.item.options.filter((option) => !options.includes(option));
  needsClearance.set(issue, { ...known, item: { ...known.item, options: left } });
}
