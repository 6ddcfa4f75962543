import type { Agenda, Choices, PreferenceSheet } from "#model";
import { err, ok, type Result } from "#prelude";
import {
  type Breach,
  checkMandate,
  type Instant,
  type Level,
  type Mandate,
  type MandateCheck,
  type OfferCondition,
  type StreamId,
} from "#room";
import type { Papers } from "./delegation-papers.ts";
import { isObject } from "./host-frame.ts";

/** A package that this seat would bind its delegation to: tabled as an offer, accepted, voted for, said yes to. */
export type Outgoing = {
  readonly channel: StreamId;
  readonly choices: Choices;
  readonly conditions: readonly OfferCondition[];
};

declare const cleared: unique symbol;

/** An outgoing package that the mandate covers, or for which an override was recorded first. Only `clear` makes one. */
export type Cleared = Outgoing & { readonly [cleared]: true };

export type NotCleared = {
  /** In words, each with how it could be done all the same. */
  readonly reasons: readonly string[];
  readonly breaches: readonly Breach[];
};

/**
 * Whether it may go out. Outside the mandate it may only with an override: `override` is the version of the delegation's
 * stream under which the host has acknowledged it, and it must be for this very package in this very channel.
 */
export function clear(
  outgoing: Outgoing,
  {
    agenda,
    papers,
    at,
    level,
    override,
  }: {
    readonly agenda: Agenda;
    readonly papers: Papers | undefined;
    readonly at: Instant;
    readonly level?: Level;
    readonly override?: number;
  },
): Result<Cleared, NotCleared> {
  const pass = ok(outgoing as Cleared); // the one place where one is made
  if (papers?.mandate === undefined) return pass; // no mandate: the negotiator decides
  const recorded = papers.overrides.find(({ version }) => version === override);
  if (recorded !== undefined) {
    if (isSameValue(packageOf(recorded.override), packageOf(outgoing))) return pass;
    return err({ reasons: ["The override was recorded for another package."], breaches: [] });
  }
  if (override !== undefined)
    return err({ reasons: [`Entry ${override} of the delegation's stream is no override.`], breaches: [] });
  if (papers.mandate === "unreadable")
    return err({ reasons: ["The delegation's mandate does not open with this client's key."], breaches: [] });
  const { breaches } = checkAgainst(papers.mandate, papers.sheet, agenda, outgoing.choices, at, level);
  if (breaches.length === 0) return pass;
  return err({ reasons: breaches.map(({ what, clearance }) => `${what} ${clearance}`), breaches });
}

/** The mandate's word on a package. Without a readable sheet no floor is judged, and every value is 0. */
export function checkAgainst(
  mandate: Mandate,
  sheet: PreferenceSheet | "unreadable" | undefined,
  agenda: Agenda,
  choices: Choices,
  at: Instant,
  level?: Level,
  composition?: Choices,
): MandateCheck {
  const question = { ...(level === undefined ? {} : { level }), ...(composition ? { composition } : {}) };
  if (sheet !== undefined && sheet !== "unreadable") return checkMandate(mandate, sheet, choices, at, question);
  const instructions = mandate.instructions.map((each) => {
    return { ...each, items: each.items.filter(({ kind }) => kind !== "floor") };
  });
  return checkMandate({ ...mandate, instructions }, blankSheet(agenda, mandate.delegation), choices, at, question);
}

/**
 * What a package is worth to this seat's delegation by its own sheet, and what its mandate says of it. Undefined if it keeps
 * neither; without a sheet the values mean nothing, and `valued` says so.
 */
export function ownCheck(
  papers: Papers | undefined,
  agenda: Agenda,
  choices: Choices,
  at: Instant,
  { level, composition }: { readonly level?: Level; readonly composition?: Choices } = {},
): (MandateCheck & { readonly valued: boolean }) | undefined {
  const sheet = papers?.sheet === "unreadable" ? undefined : papers?.sheet;
  const mandate = papers?.mandate === "unreadable" ? undefined : papers?.mandate;
  if (!sheet && !mandate) return undefined;
  const held = mandate ?? { delegation: sheet?.party ?? "", instructions: [] };
  return { ...checkAgainst(held, sheet, agenda, choices, at, level, composition), valued: sheet !== undefined };
}

/** Values nothing. */
function blankSheet({ issues }: Agenda, party: string): PreferenceSheet {
  const evidence = { sources: [] };
  const of = (value: number) => ({ low: value, mid: value, high: value });
  return {
    party,
    kind: "own",
    author: party,
    scale: 100,
    reservation: { ...of(0), evidence },
    issues: Object.fromEntries(
      issues.map(({ id, options }) => {
        const values = Object.fromEntries(options.map((option) => [option.id, of(0)]));
        return [id, { weight: of(1), of: 100, values, evidence }];
      }),
    ),
    linkages: [],
    redLines: [],
    floors: [],
    evidence,
  };
}

function packageOf({ channel, choices, conditions }: Outgoing): unknown {
  return { channel, choices, conditions };
}

/** Equal values, members in any order. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, at) => isSameValue(each, b[at]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameValue(a[name], b[name]))
  );
}
