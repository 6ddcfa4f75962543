import { err, ok } from "#prelude";
import { isPublic } from "./channel.ts";
import type { ChannelCommand } from "./command.ts";
import type { DecidedInChannel } from "./decide-channel.ts";
import { fitsWordKey } from "./decide-convene.ts";
import { seated } from "./deciding.ts";
import { unfitMembers } from "./plan-mistakes.ts";
import { refuse } from "./refusal.ts";
import { type Level, levels, type SeatId } from "./seat.ts";
import type { ChannelSituation } from "./situation.ts";
import type { ChannelState, SeatState } from "./state.ts";

/** Who runs this channel: its chair, and the mediators, chairs and convenor among its members. */
export function presides({ plan }: ChannelState, seat: SeatState): boolean {
  return plan.chair === seat.id || seat.role === "mediator" || seat.role === "chair" || seat.role === "convenor";
}

/** Adversaries alone with each other run their back channel themselves. */
function runs(stream: ChannelState, seat: SeatState): boolean {
  return presides(stream, seat) || (stream.plan.kind === "back channel" && seat.role === "negotiator");
}

/** Rule R8.3. */
export function setLevel({ stream }: ChannelSituation, seat: SeatState, level: Level): DecidedInChannel {
  if (!runs(stream, seat)) return refuse("R8.3", "The level of a channel is set by those who run it.");
  if (!levels.includes(level)) return refuse("R8.3", `A level is one of: ${levels.join(", ")}.`);
  return ok([{ kind: "level set", level }]);
}

/** Rule R7.8. Whoever comes in reads everything that was said and tabled before. */
export function addMember(
  { hall, stream }: ChannelSituation,
  seat: SeatState,
  { seat: added, wordKey }: Extract<ChannelCommand, { kind: "add member" }>,
): DecidedInChannel {
  if (!runs(stream, seat)) return refuse("R7.8", "Members are added by those who run this channel.");
  const other = hall.seats.get(added);
  if (other === undefined || other.removed) return refuse("R7.8", "The hall has no such seat.");
  if (stream.plan.members.includes(added) && !lacksKey(stream, other))
    return refuse("R7.8", `${other.name} is a member already.`);
  if (isPublic(stream.plan.kind)) {
    if (wordKey !== undefined) return refuse("R7.6", "What is said in this channel is not sealed.");
    return ok([{ kind: "member added", seat: added }]);
  }
  if (other.keys === undefined || wordKey === undefined || !fitsWordKey(wordKey)) {
    return refuse("R7.6", "The channel's key is sealed to each member, who has to have joined for it.");
  }
  return ok([{ kind: "member added", seat: added, wordKey }]);
}

/** Whether the channel's key was sealed to keys that the member has lost since (R2.13). */
export function lacksKey({ plan, wordKeysAt }: ChannelState, { id, rejoinedAt }: SeatState): boolean {
  const sealedAt = wordKeysAt[id];
  return !isPublic(plan.kind) && sealedAt !== undefined && rejoinedAt !== undefined && sealedAt < rejoinedAt;
}

/** Rules R7.9 and R7.10. */
export function removeMember(
  { agenda, hall, stream }: ChannelSituation,
  seat: SeatState,
  removed: SeatId,
): DecidedInChannel {
  const { members, kind } = stream.plan;
  if (removed !== seat.id && !presides(stream, seat)) {
    return refuse("R7.9", "Members are removed by those who preside here; anybody may leave.");
  }
  if (!members.includes(removed)) return refuse("R7.9", "That seat is no member of this channel.");
  const remaining = seated(
    hall,
    members.filter((member) => member !== removed),
  );
  const unfit = unfitMembers(agenda, kind, remaining);
  if (unfit !== undefined) return err({ rule: "R7.10", message: `${unfit.message} Close the channel instead.` });
  return ok([{ kind: "member removed", seat: removed }]);
}

/** Rule R7.11. */
export function closeChannel({ stream }: ChannelSituation, seat: SeatState): DecidedInChannel {
  if (stream.plan.kind === "plenary")
    return refuse("R7.11", "The plenary is not closed: the convenor ends the negotiation.");
  if (!runs(stream, seat)) return refuse("R7.11", "A channel is closed by those who run it.");
  return ok([{ kind: "channel closed" }]);
}
