import { type Agenda, evaluate, type PartyId, type PreferenceSheet } from "#model";
import { noDay, toNumber } from "#prelude";
import type { ValueOverTime } from "#report";
import type { Debrief } from "#room";

export type ValuePanel = Pick<ValueOverTime, "steps" | "levels" | "series" | "most"> & { readonly party: PartyId };

/**
 * One drawing for each revealed sheet: its party's own position offer by offer, what the others' offers were worth to it, its
 * reservation value and what was adopted. Points of two sheets are never on one axis.
 */
export function valuePanels(
  agenda: Agenda,
  { series, adopted }: Debrief,
  sheets: readonly PreferenceSheet[],
  says: { readonly reservation: string; readonly adopted: string; readonly name: (delegation: string) => string },
): readonly ValuePanel[] {
  const slotOf = (delegation: string): number => {
    const place = agenda.parties.findIndex(({ id }) => id === delegation);
    return place === -1 ? agenda.parties.length : place;
  };
  const tabled = series
    .flatMap(({ delegation, offers }) => offers.map((offer) => ({ delegation, ...offer })))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const authors = [...new Set(tabled.map(({ delegation }) => delegation))].sort((a, b) => slotOf(a) - slotOf(b));
  return sheets.map((sheet) => {
    const { party, reservation, scale } = sheet;
    return {
      party,
      most: scale,
      series: authors.map((id) => ({ id, label: says.name(id), slot: slotOf(id) })),
      levels: [
        { kind: "reservation", label: says.reservation, value: reservation.mid },
        ...(adopted
          ? [
              {
                kind: "adopted" as const,
                label: says.adopted,
                value: toNumber(evaluate(sheet, adopted.settlement, noDay).utility),
              },
            ]
          : []),
      ],
      steps: tabled.map(({ delegation, number, values, step }) => {
        const range = values[party];
        const position = delegation === party ? step?.position[party] : undefined;
        return {
          by: delegation,
          label: String(number),
          least: range ? toNumber(range.least) : 0,
          most: range ? toNumber(range.most) : 0,
          ...(position ? { position: toNumber(position) } : {}),
        };
      }),
    };
  });
}
