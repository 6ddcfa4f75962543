import type { Agenda, Issue, Option, Settlement } from "#model";
import type { ChannelSituation } from "./situation.ts";
import type { HallState, Motion } from "./state.ts";

/** What the text of a settlement is made from: nothing that a member of the plenary does not see. */
export type SettlementTextParts = {
  readonly negotiation: string;
  /** SHA-256 of the agenda's bytes, from the hall. */
  readonly agendaDigest: string;
  readonly agenda: Agenda;
  readonly title: string;
  readonly motion: string;
  readonly settlement: Settlement;
  readonly closes: Motion["closes"];
};

/**
 * The exact text of a settlement with its annexes: what is initialled, signed and ratified is its SHA-256 as UTF-8.
 *
 * Lines end in "\n", the last one too, and no name breaks one, since whatever somebody named or wrote stands in double
 * quotes with JSON's escapes (of the quote, the backslash, what is below U+0020 and lone surrogates; nothing else). Sections are parted by one empty line, in this order:
 *
 *   ENTENTE SETTLEMENT 1             the format's number
 *   negotiation, title, agenda, agenda-sha256, motion: one line each, "name: value"
 *   PARTIES WHOSE CONSENT IS NEEDED  one line each in the agenda's order: id "name"
 *   SETTLEMENT                       one line for each issue in the agenda's order: number. id "name": option-id "name"
 *   ANNEX A                          for each issue of whose option the agenda says more: what it is, its quantities in the
 *                                    agenda's order as name low..high "unit", its place, its norm
 *   ANNEX B                          the agenda's rules that bound it: id "reason"
 *   ANNEX C                          the provisionally agreed offers that it closes, as the motion names them: channel offer
 *
 * An annex with nothing in it has the line "none". A new format gets a new number; this one never changes.
 */
export function settlementText(parts: SettlementTextParts): string {
  const { agenda, settlement, closes } = parts;
  const chosen = agenda.issues.map((issue, index) => ({
    issue,
    option: optionOf(issue, settlement),
    number: index + 1,
  }));
  const sections = [
    [
      "ENTENTE SETTLEMENT 1",
      `negotiation: ${quoted(parts.negotiation)}`,
      `title: ${quoted(parts.title)}`,
      `agenda: ${quoted(agenda.id)} ${quoted(agenda.title)}`,
      `agenda-sha256: ${quoted(parts.agendaDigest)}`,
      `motion: ${quoted(parts.motion)}`,
    ],
    [
      "PARTIES WHOSE CONSENT IS NEEDED",
      ...agenda.consent.map((id) => named(id, agenda.parties.find((party) => party.id === id)?.name ?? id)),
    ],
    [
      "SETTLEMENT",
      ...chosen.map(({ number, issue, option }) => {
        return `${number}. ${named(issue.id, issue.name)}: ${named(option.id, option.name)}`;
      }),
    ],
    annex(
      "ANNEX A: WHAT THE OPTIONS ARE",
      chosen.flatMap(({ number, option }) => meaning(number, option)),
    ),
    annex(
      "ANNEX B: THE AGENDA'S RULES",
      agenda.rules.map(({ id, reason }) => named(id, reason)),
    ),
    annex(
      "ANNEX C: THE OFFERS IT CLOSES",
      closes.map(({ channel, offer }) => `${quoted(channel)} ${quoted(offer)}`),
    ),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The text of a motion as every member of the plenary computes it. */
export function settlementTextOf(
  { negotiation, agenda, hall }: Pick<ChannelSituation, "negotiation" | "agenda"> & { readonly hall: HallState },
  { motion, settlement, closes }: Pick<Motion, "motion" | "settlement" | "closes">,
): string {
  return settlementText({
    negotiation,
    agendaDigest: hall.agenda,
    agenda,
    title: hall.title,
    motion,
    settlement,
    closes,
  });
}

function annex(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...(lines.length === 0 ? ["none"] : lines)];
}

function meaning(number: number, { what, quantities, place, norm }: Option): readonly string[] {
  return [
    ...(what === undefined ? [] : [`${number}. what: ${quoted(what)}`]),
    ...quantities.map(
      ({ name, low, high, unit }) => `${number}. quantity: ${quoted(name)} ${low}..${high} ${quoted(unit)}`,
    ),
    ...(place === undefined ? [] : [`${number}. place: ${quoted(place)}`]),
    ...(norm === undefined ? [] : [`${number}. norm: ${quoted(norm.text)}`]),
  ];
}

function optionOf(issue: Issue, settlement: Settlement): Option {
  const option = issue.options.find(({ id }) => id === settlement[issue.id]);
  if (option === undefined) throw new Error(`a settlement settles every issue; ${issue.id} is open`);
  return option;
}

function named(id: string, name: string): string {
  return `${quoted(id)} ${quoted(name)}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
