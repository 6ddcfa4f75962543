import type { Agenda } from "#model";
import {
  type ChannelState,
  type DelegationId,
  type HallState,
  type Instant,
  isAtLeast,
  type Motion,
  type SeatId,
  type SeatState,
  silenceConsentsAt,
} from "#room";

/** The motion that stands, and what comes next of it. */
export type LadderView = {
  readonly motion: Motion;
  readonly next: "vote" | "initial" | "sign" | "ratify" | "nothing";
  /** The parties whose word is still wanting for it, in the agenda's order. */
  readonly wanting: readonly DelegationId[];
  /** Whether one of them is this seat's, and this seat may give it. */
  readonly asksMe: boolean;
  /** When silence consents, under a consensus that is being voted on. */
  readonly silenceConsents?: Instant;
  /** The seats that have countersigned a head of this plenary. */
  readonly witnesses: readonly SeatId[];
};

const nextStep = {
  moved: "vote",
  adopted: "initial",
  initialled: "sign",
  signed: "ratify",
  ratified: "nothing",
  fell: "nothing",
  reopened: "nothing",
} as const;

/** The last motion, whatever became of it; undefined if none was ever moved. */
export function ladderView(
  { consent }: Agenda,
  { procedure }: HallState,
  me: SeatState,
  { motions, countersigned }: ChannelState,
): LadderView | undefined {
  const motion = [...motions.values()].at(-1);
  if (!motion) return undefined;
  const next = nextStep[motion.stage];
  const given = { vote: motion.votes, initial: motion.initials, sign: motion.signatures, ratify: motion.ratifications };
  const wanting = next === "nothing" ? [] : consent.filter((party) => !Object.hasOwn(given[next], party));
  const needed = { vote: procedure.needs.adopt, initial: procedure.needs.initial, sign: procedure.needs.sign };
  const mayBe = me.role === "negotiator" || (me.role === "mandator" && next === "ratify");
  const high = next === "nothing" || next === "ratify" || isAtLeast(me.level, needed[next]);
  const silence = next === "vote" ? silenceConsentsAt(procedure, motion) : undefined;
  return {
    motion,
    next,
    wanting,
    asksMe: mayBe && high && wanting.includes(me.delegation),
    ...(silence === undefined ? {} : { silenceConsents: silence }),
    witnesses: [...new Set([...countersigned.values()].flatMap((all) => all.map(({ seat }) => seat)))],
  };
}
