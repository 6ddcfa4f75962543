import type { Day } from "#prelude";
import type { IssueId, OptionId } from "./issue.ts";
import type { PartyId } from "./party.ts";
import type { SourceId } from "./source.ts";

export type PackageId = string;

/** Options chosen for some or all issues. */
export type Choices = Readonly<Record<IssueId, OptionId>>;

/** A named package, with its base already applied: `choices` holds what it inherits and what it overrides. */
export type Package = {
  readonly id: PackageId;
  readonly name: string;
  readonly choices: Choices;
  readonly base?: PackageId;
  /** The issues this package sets itself, when it has a base. */
  readonly overrides: readonly IssueId[];
  readonly authors: readonly PartyId[];
  readonly addressees: readonly PartyId[];
  readonly date?: Day;
  /** How it was put to its addressees: drafted, presented, tabled, reported, hypothetical. */
  readonly status?: string;
  readonly note?: string;
  readonly sources: readonly SourceId[];
};
