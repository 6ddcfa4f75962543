import type { ConstraintRef, ZoneUnlock } from "#analysis";
import type { PartyId, Scenario } from "#model";
import type { WhatIf } from "../../deal/what-if.ts";

type Cut = ZoneUnlock["cuts"][number];

/**
 * The assumptions under which the agreement zone is open: reservation values lowered by the cut, lines and floors not
 * enforced, on top of what is assumed already. `scenario` is the one the unlock was found in.
 */
export function zoneUnlockWhatIf(
  whatIf: WhatIf,
  scenario: Scenario,
  unlock: Pick<ZoneUnlock, "remove" | "witness">,
  cut?: Cut,
): WhatIf {
  return unlock.remove.reduce((soFar: WhatIf, ref) => setAside(soFar, scenario, ref, unlock, cut), whatIf);
}

function setAside(
  whatIf: WhatIf,
  scenario: Scenario,
  ref: ConstraintRef,
  unlock: Pick<ZoneUnlock, "witness">,
  cut: Cut | undefined,
): WhatIf {
  const { party } = ref;
  switch (ref.kind) {
    case "line":
      return { ...whatIf, lines: { ...whatIf.lines, [party]: { ...whatIf.lines[party], [ref.line]: false } } };
    case "floor":
      return { ...whatIf, floors: { ...whatIf.floors, [party]: { ...whatIf.floors[party], [ref.floor]: false } } };
    case "reservation": {
      const lowered = loweredReservation(scenario, party, (cut ?? unlock).witness, cut);
      return lowered === undefined ? whatIf : { ...whatIf, reservations: { ...whatIf.reservations, [party]: lowered } };
    }
  }
}

/**
 * At most the value that the cut leaves, at six decimals, so that a rounding never shuts the zone again; below it by one
 * step where equality refuses.
 */
function loweredReservation(
  scenario: Scenario,
  party: PartyId,
  witness: ZoneUnlock["witness"],
  cut: Cut | undefined,
): number | undefined {
  const sheet = scenario.sheets.find((one) => one.party === party);
  if (!sheet) return undefined;
  const by = cut?.cut[party];
  const value = by === undefined ? witness.utilities[party] : sheet.reservation.mid - by;
  if (value === undefined) return undefined;
  const step = scenario.agenda.tie === "refuses" ? sheet.scale / 1000 : 0;
  const wanted = value - step;
  const near = Math.round(wanted * 1e6) / 1e6;
  return near > wanted + 1e-12 ? Math.floor(wanted * 1e6) / 1e6 : near;
}
