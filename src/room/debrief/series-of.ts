import { type Agenda, type Choices, evaluate, type PartyId, type PreferenceSheet } from "#model";
import { compare, noDay, type Rational, subtract } from "#prelude";
import { valueRange } from "../mandate/value-range.ts";
import type { DelegationId } from "../seat.ts";
import type { TabledOffer } from "../state.ts";
import type { ConcessionPattern, PositionStep, Series, StepReading, TabledStep } from "./debrief.ts";

type Values = Readonly<Record<PartyId, Rational>>;

/** @param offers  of all delegations, in order of tabling. */
export function seriesOf(
  agenda: Agenda,
  delegation: DelegationId,
  offers: readonly TabledOffer[],
  sheets: readonly PreferenceSheet[],
): Series {
  const own = sheets.find(({ party }) => party === delegation);
  const ideal = own === undefined ? undefined : idealOf(own);
  const tracks: TabledStep[] = [];
  let position = ideal;
  let before = ideal === undefined ? undefined : valuesOf(sheets, ideal);
  for (const { offer, status } of offers) {
    if (offer.delegation !== delegation) continue;
    const moves = offer.kind === "offer" && position !== undefined && before !== undefined;
    let step: PositionStep | undefined;
    if (moves && position !== undefined && before !== undefined) {
      position = { ...position, ...offer.choices };
      const after = valuesOf(sheets, position);
      step = positionStep(delegation, before, after);
      before = after;
    }
    tracks.push({
      channel: offer.channel,
      offer: offer.id,
      number: offer.number,
      at: offer.at,
      kind: offer.kind,
      choices: offer.choices,
      ended: status.kind,
      values: Object.fromEntries(sheets.map((sheet) => [sheet.party, valueRange(sheet, offer.choices)])),
      ...(step === undefined ? {} : { step }),
    });
  }
  const isParty = agenda.parties.some(({ id }) => id === delegation);
  return {
    delegation,
    sheet: own !== undefined ? "revealed" : isParty ? "missing" : "none needed",
    offers: tracks,
    pattern: patternOf(delegation, tracks),
  };
}

/** The party's best settlement by its own sheet; where linkages tie too much to try out, every issue at its own best. */
function idealOf(sheet: PreferenceSheet): Choices {
  const { best } = valueRange(sheet, {});
  if (best !== undefined) return best;
  return Object.fromEntries(
    Object.entries(sheet.issues).map(([issue, { values }]) => {
      const [first] = Object.entries(values).sort(([, a], [, b]) => b.mid - a.mid);
      return [issue, first![0]];
    }),
  );
}

function valuesOf(sheets: readonly PreferenceSheet[], position: Choices): Values {
  return Object.fromEntries(sheets.map((sheet) => [sheet.party, evaluate(sheet, position, noDay).utility]));
}

function positionStep(delegation: DelegationId, before: Values, after: Values): PositionStep {
  const change = Object.fromEntries(
    Object.entries(after).map(([party, value]) => [party, subtract(value, before[party]!)]),
  );
  return { position: after, change, reading: readingOf(delegation, change) };
}

function readingOf(delegation: DelegationId, change: Values): StepReading {
  const own = Math.sign(Number(change[delegation]!.num));
  const others = Object.entries(change).flatMap(([party, { num }]) => (party === delegation ? [] : [num]));
  const rose = others.some((num) => num > 0n);
  const fell = others.some((num) => num < 0n);
  if (own === 0 && !rose && !fell) return "no change";
  if (others.length === 0) return own < 0 ? "fell, others unknown" : "rose, others unknown";
  if (own >= 0 && !fell) return "improvement for all";
  if (own <= 0 && !rose) return "loss for all";
  if (own === 0) return "shift between others";
  if (own < 0) return fell ? "mixed" : "concession";
  return rose ? "mixed" : "retraction";
}

function patternOf(delegation: DelegationId, offers: readonly TabledStep[]): ConcessionPattern {
  const steps = offers.flatMap(({ step }) => (step === undefined ? [] : [step]));
  const readings: Partial<Record<StepReading, number>> = {};
  for (const { reading } of steps.slice(1)) readings[reading] = (readings[reading] ?? 0) + 1;
  const own = steps.slice(1).map(({ change }) => change[delegation]!);
  let largest: number | undefined;
  own.forEach((change, at) => {
    if (change.num < 0n && (largest === undefined || compare(change, own[largest]!) < 0)) largest = at;
  });
  const first = steps[0]?.position[delegation];
  const last = steps.at(-1)?.position[delegation];
  return {
    steps: steps.length,
    readings,
    own,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(largest === undefined ? {} : { largestConcession: largest }),
  };
}
