import { unreachable } from "#prelude";
import type { PlenaryEvent } from "./event.ts";
import type { Place } from "./evolve.ts";
import type { ChannelState, Motion } from "./state.ts";

/** Motions, votes and the acceptance ladder. A vote or a signature changes nothing on the table; its outcome does. */
export function evolvePlenary(state: ChannelState, event: PlenaryEvent, { version, at }: Place): ChannelState {
  switch (event.kind) {
    case "adoption moved": {
      const { motion, by, settlement, closes } = event;
      const moved: Motion = {
        motion,
        by,
        at,
        settlement,
        closes,
        votes: {},
        stage: "moved",
        initials: {},
        signatures: {},
        ratifications: {},
      };
      return { ...withMotion(state, moved), tableVersion: version };
    }
    case "voted": {
      const motion = motionOf(state, event.motion);
      return withMotion(state, { ...motion, votes: { ...motion.votes, [event.delegation]: event.says } });
    }
    case "adopted":
      return changed(state, { ...motionOf(state, event.motion), stage: "adopted", digest: event.digest }, version);
    case "fell":
      return changed(state, { ...motionOf(state, event.motion), stage: "fell" }, version);
    case "settlement reopened":
      return changed(state, { ...motionOf(state, event.motion), stage: "reopened" }, version);
    case "initialled":
    case "signed":
    case "ratified": {
      const motion = motionOf(state, event.motion);
      const name = ({ initialled: "initials", signed: "signatures", ratified: "ratifications" } as const)[event.kind];
      const given = { ...motion, [name]: { ...motion[name], [event.delegation]: event.signature } };
      return event.completes ? changed(state, { ...given, stage: event.kind }, version) : withMotion(state, given);
    }
    case "countersigned": {
      const before = state.countersigned.get(event.version) ?? [];
      const { seat, head, signature } = event;
      return {
        ...state,
        countersigned: new Map(state.countersigned).set(event.version, [...before, { seat, head, signature }]),
      };
    }
    default:
      return unreachable(event);
  }
}

function motionOf(state: ChannelState, name: string): Motion {
  const motion = state.motions.get(name);
  if (motion === undefined) throw new Error(`no motion ${name} in this plenary`);
  return motion;
}

function withMotion(state: ChannelState, motion: Motion): ChannelState {
  return { ...state, motions: new Map(state.motions).set(motion.motion, motion) };
}

function changed(state: ChannelState, motion: Motion, version: number): ChannelState {
  return { ...withMotion(state, motion), tableVersion: version };
}
