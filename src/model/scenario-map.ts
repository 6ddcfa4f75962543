import type { Day } from "#prelude";
import type { IssueId, OptionId } from "./issue.ts";
import type { PartyId } from "./party.ts";
import type { Evidence, SourceId } from "./source.ts";

/** Where things are: map/*.geojson, and map/layers.yaml that says what they are for. No shape says whose land it is. */
export type ScenarioMap = {
  readonly features: readonly MapFeature[];
  readonly tiers: readonly Tier[];
};

export type MapFeature = {
  readonly id: string;
  readonly name: string;
  readonly approximate: boolean;
  readonly asOf?: Day;
  readonly note?: string;
  readonly sources: readonly SourceId[];
  readonly geometry: MapGeometry;
};

/** Longitude and latitude in degrees (WGS 84), as in GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];
export type MapGeometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
  | { readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** One layer of a security arrangement on the ground. */
export type Tier = { readonly id: string; readonly name: string; readonly note?: string } & (
  | {
      /** A strip along a line. */
      readonly kind: "demilitarised-zone";
      /** The feature that is the line. */
      readonly line: string;
      /** The area feature on each party's side of the line; what tells the sides apart. */
      readonly sides: Readonly<Record<PartyId, string>>;
      /** The issue whose option decides the depth, and per option how deep the strip is on each side. */
      readonly depth: IssueId;
      readonly depths: Readonly<Record<OptionId, Readonly<Record<PartyId, number>>>>;
      /** The issue whose options carry the troops that patrol it. */
      readonly patrol?: IssueId;
      /** Lengths that others have published for the same line, in km. */
      readonly publishedKm?: { readonly low: number; readonly high: number; readonly sources: readonly SourceId[] };
    }
  | {
      /** Forces of a party behind the strip: the area without the strip and without the tiers named. */
      readonly kind: "forces";
      readonly party: PartyId;
      readonly area: string;
      readonly without: readonly string[];
      /** Issues whose options limit these forces: numbers, arms. */
      readonly limits: readonly IssueId[];
    }
  | {
      /** A force of others in an area that the option decides; an option without an area puts nobody on the ground. */
      readonly kind: "presence";
      readonly parties: readonly PartyId[];
      readonly issue: IssueId;
      readonly areas: Readonly<Record<OptionId, string>>;
      /** The line whose distance is measured. */
      readonly from?: string;
      /** For options that state brigades, and to say what a number of troops is in brigades. */
      readonly troopsPerBrigade?: { readonly low: number; readonly high: number; readonly evidence: Evidence };
      readonly limits: readonly IssueId[];
    }
);
