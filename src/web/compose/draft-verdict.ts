import { packageVerdict, type Refusal, type RulesInForce } from "#analysis";
import type { Choices, PartyId, PreferenceSheet, RuleId, Scenario } from "#model";
import { brokenFloors } from "./broken-floors.ts";
import { type Bounds, worthBounds } from "./worth-bounds.ts";

/** What the draft means for everyone, as far as what it leaves open lets it be said. */
export type DraftVerdict = {
  /** Issues without a choice. */
  readonly open: number;
  readonly parties: readonly Standing[];
  readonly rulesBroken: readonly RuleId[];
  readonly declaredLinesCrossed: readonly { readonly party: PartyId; readonly line: string }[];
};

/** How one party with a sheet stands to the draft. */
export type Standing = {
  readonly party: PartyId;
  readonly scale: number;
  readonly reservation: number;
  /** What any settlement at all can be worth to it: the ends of its track. */
  readonly reach: Bounds;
  /** What the draft is worth, or can still be worth. */
  readonly worth: Bounds;
  /** Known once nothing is open. */
  readonly utility?: number;
  readonly surplus?: number;
  /** Open: it depends on the issues left open. Unasked: it need not consent. */
  readonly verdict: "accepts" | "refuses" | "open" | "unasked";
  /** For sure, whatever is added. */
  readonly refusals: readonly Refusal[];
};

/** Doubles of a bound may be off by this much; an exact verdict is given once nothing is open. */
const dust = 1e-9;

/** Judged by the lines in force on the day of `inForce`. Cheap: some tenths of a millisecond on twenty issues. */
export function draftVerdict(scenario: Scenario, inForce: RulesInForce, choices: Choices): DraftVerdict {
  const report = packageVerdict(scenario, { ...unnamed, choices }, inForce);
  const parties = scenario.sheets.map((sheet): Standing => {
    const { party, scale } = sheet;
    const worth = worthBounds(sheet, choices);
    const own = report.refusedBy.filter((refusal) => refusal.party === party);
    const refusals =
      report.complete || !inForce.consent.includes(party) ? own : [...own, ...certain(sheet, worth, choices, inForce)];
    const utility = report.utilities[party];
    const surplus = report.surplus[party];
    return {
      party,
      scale,
      reservation: sheet.reservation.mid,
      reach: worthBounds(sheet, {}),
      worth: utility === undefined ? worth : { least: utility, most: utility },
      ...(utility === undefined ? {} : { utility }),
      ...(surplus === undefined ? {} : { surplus }),
      verdict: !inForce.consent.includes(party)
        ? "unasked"
        : refusals.length > 0
          ? "refuses"
          : report.complete
            ? "accepts"
            : "open",
      refusals,
    };
  });
  return {
    open: scenario.agenda.issues.filter(({ id }) => choices[id] === undefined).length,
    parties,
    rulesBroken: report.rulesBroken,
    declaredLinesCrossed: report.declaredLinesCrossed,
  };
}

/** What no choice on the open issues can mend: too little even at best, or a floor of a commitment already made. */
function certain(sheet: PreferenceSheet, worth: Bounds, choices: Choices, inForce: RulesInForce): readonly Refusal[] {
  const short = sheet.reservation.mid - worth.most;
  return [
    ...(short > dust ? [{ party: sheet.party, by: "value", shortfall: short } as const] : []),
    ...brokenFloors(sheet, choices, inForce),
  ];
}

const unnamed = {
  id: "",
  name: "",
  overrides: [],
  authors: [],
  addressees: [],
  sources: [],
} as const;
