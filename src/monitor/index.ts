export { endsOf, type Measure, type MeasureUnit } from "./zones/measure.ts";
export { type Strip, stripAlong } from "./zones/strip-along.ts";
export type {
  ChosenOption,
  DemilitarisedZoneOnTheGround,
  ForceLimit,
  ForcesOnTheGround,
  PatrolStrength,
  PresenceOnTheGround,
  SideOfZone,
  TierOnTheGround,
} from "./zones/tier-on-the-ground.ts";
export { tiersOnTheGround } from "./zones/tiers-on-the-ground.ts";
export { type DepthRow, type ZoneTable, zoneTable } from "./zones/zone-table.ts";
