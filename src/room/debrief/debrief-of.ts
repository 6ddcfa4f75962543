import { type Agenda, breaks, evaluate, holds, isInForce, type PartyId, type PreferenceSheet } from "#model";
import { type Day, noDay, parseDay } from "#prelude";
import type { DelegationId } from "../seat.ts";
import type { ChannelState, Motion, TabledOffer } from "../state.ts";
import type { AdoptedSettlement, Debrief, Series } from "./debrief.ts";
import { localImprovements } from "./local-improvements.ts";
import { seriesOf } from "./series-of.ts";

/**
 * The debrief of these channels: those the reader may see. Sheets not among those given are said to be missing; of two for
 * one party the first counts. Lines are judged on the day on which the adopted settlement was moved.
 * Cost: a valuation per offer and sheet, and the local search (`localImprovements`).
 */
export function debriefOf(
  agenda: Agenda,
  channels: readonly ChannelState[],
  revealed: readonly PreferenceSheet[],
  options: { readonly steps?: number } = {},
): Debrief {
  const sheets = agenda.parties.flatMap(({ id }) => revealed.find(({ party }) => party === id) ?? []);
  const offers = channels
    .flatMap((channel) => [...channel.offers.values()])
    .sort((a, b) => (a.offer.at < b.offer.at ? -1 : a.offer.at > b.offer.at ? 1 : 0));
  const motion = lastAdopted(channels);
  const missing = agenda.parties.map(({ id }) => id).filter((id) => !sheets.some(({ party }) => party === id));
  const series = delegationsOf(agenda, offers).map((delegation): Series => {
    return seriesOf(agenda, delegation, offers, sheets);
  });
  const adopted = motion === undefined ? undefined : adoptedSettlement(agenda, motion, sheets);
  const left =
    motion === undefined || sheets.length === 0
      ? undefined
      : localImprovements(agenda, motion.settlement, sheets, dayOf(motion.at), options.steps);
  return {
    series,
    ...(adopted === undefined ? {} : { adopted }),
    ...(left === undefined ? {} : { leftOnTheTable: left }),
    missingSheets: missing,
    notes: notesOf(agenda, missing, adopted, sheets),
  };
}

function delegationsOf(agenda: Agenda, offers: readonly TabledOffer[]): readonly DelegationId[] {
  return [...new Set([...agenda.parties.map(({ id }) => id), ...offers.map(({ offer }) => offer.delegation)])];
}

type Adopted = Motion & { readonly stage: AdoptedSettlement["stage"] };

function lastAdopted(channels: readonly ChannelState[]): Adopted | undefined {
  const motions = channels.flatMap((channel) => [...channel.motions.values()]);
  return motions
    .filter((motion): motion is Adopted => {
      return motion.stage !== "moved" && motion.stage !== "fell" && motion.stage !== "reopened";
    })
    .at(-1);
}

function adoptedSettlement(agenda: Agenda, motion: Adopted, sheets: readonly PreferenceSheet[]): AdoptedSettlement {
  const { settlement, stage } = motion;
  const on = dayOf(motion.at);
  return {
    motion: motion.motion,
    stage,
    settlement,
    values: Object.fromEntries(
      sheets.map((sheet) => {
        const { utility, surplus } = evaluate(sheet, settlement, on);
        const lines = sheet.redLines.filter((line) => {
          return line.kind === "hard" && isInForce(line, on) && holds(line.when, settlement);
        });
        return [sheet.party, { utility, surplus, hardLinesBroken: lines.map(({ id }) => id) }];
      }),
    ),
    rulesBroken: agenda.rules.filter((rule) => breaks(rule, settlement)).map(({ id }) => id),
  };
}

function notesOf(
  agenda: Agenda,
  missing: readonly PartyId[],
  adopted: AdoptedSettlement | undefined,
  sheets: readonly PreferenceSheet[],
): readonly string[] {
  const name = (id: PartyId): string => agenda.parties.find((party) => party.id === id)?.name ?? id;
  const estimates = sheets.filter(({ kind }) => kind === "estimate");
  return [
    ...missing.map((id) => `${name(id)} has revealed no sheet: nothing is valued for it.`),
    ...estimates.map(({ party, author }) => `The sheet of ${name(party)} is an estimate by ${author}, not its own.`),
    ...(adopted === undefined ? ["No settlement stands adopted: nothing can have been left on the table of one."] : []),
    "Points are each party's own: those of two parties cannot be compared.",
    "In a position every issue that its author never named counts at the author's best.",
  ];
}

function dayOf(at: string): Day {
  return parseDay(at.slice(0, 10)) ?? noDay;
}
