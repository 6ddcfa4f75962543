import type { Evidence, IssueId, MapGeometry, OptionId, PartyId, Quantity, SourceId } from "#model";
import type { Measure } from "./measure.ts";

/** What one tier of the map comes to under the choices in hand. */
export type TierOnTheGround = DemilitarisedZoneOnTheGround | ForcesOnTheGround | PresenceOnTheGround;

type OnTheGround = {
  /** The tier's id, name and note, as the scenario's map has them. */
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  /** Absent: this tier puts nothing on the ground, or where it is is not known; `gaps` says which. */
  readonly geometry?: MapGeometry;
  readonly areaKm2: Measure;
  /** What is not known, and why, in sentences. Empty: everything is known. */
  readonly gaps: readonly string[];
};

export type DemilitarisedZoneOnTheGround = OnTheGround & {
  readonly kind: "demilitarised-zone";
  readonly depth: ChosenOption;
  /** How deep on each side, and what that is; a side of depth 0 has no geometry. */
  readonly bySide: readonly SideOfZone[];
  /** The part of the strip inside the areas of the sides: land, as far as the map's outlines tell. */
  readonly landKm2: Measure;
  /** The line as drawn. */
  readonly lengthKm: Measure;
  /** The line as others have published it. */
  readonly publishedKm?: { readonly measure: Measure; readonly sources: readonly SourceId[] };
  /** One row for every option of the patrol's issue, the chosen one marked; empty without such an issue. */
  readonly patrols: readonly PatrolStrength[];
};

export type SideOfZone = {
  readonly party: PartyId;
  readonly depthKm: number;
  readonly geometry?: MapGeometry;
  readonly areaKm2: Measure;
};

/** An issue and what was chosen of it; no option: it is open. */
export type ChosenOption = {
  readonly issue: IssueId;
  readonly issueName: string;
  readonly option?: OptionId;
  readonly optionName?: string;
};

export type PatrolStrength = {
  readonly option: OptionId;
  readonly name: string;
  readonly chosen: boolean;
  readonly troops: Measure;
  /** Troops over the length of the line as drawn. */
  readonly perKm: Measure;
  /** Troops over the lengths that others have published. */
  readonly perPublishedKm?: Measure;
};

export type ForcesOnTheGround = OnTheGround & {
  readonly kind: "forces";
  readonly party: PartyId;
  readonly limits: readonly ForceLimit[];
};

export type PresenceOnTheGround = OnTheGround & {
  readonly kind: "presence";
  readonly parties: readonly PartyId[];
  readonly presence: ChosenOption;
  /** As the option states them, or converted from its brigades. */
  readonly troops: Measure;
  /** As the option states them, or converted from its troops. */
  readonly brigades: Measure;
  /** Where the option states brigades: what they come to in troops, also when none are there yet. */
  readonly brigadesAsTroops?: Measure;
  readonly troopsPerBrigade?: { readonly low: number; readonly high: number; readonly evidence: Evidence };
  /** From the line to the nearest point of the area, and to the point of the area that is farthest from the line. */
  readonly nearestKm: Measure;
  readonly farthestKm: Measure;
  readonly limits: readonly ForceLimit[];
};

/** A limit on the forces of a tier. No option: the issue is open, and whether there is a limit is not known. */
export type ForceLimit = ChosenOption & { readonly what?: string; readonly quantities: readonly Quantity[] };
