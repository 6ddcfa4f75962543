import { err, ok, type Result } from "#prelude";
import { type ChannelPlan, isPublic } from "./channel.ts";
import type { ConveneCommand } from "./command.ts";
import type { Event } from "./event.ts";
import { planMistakes, unfitMembers } from "./plan-mistakes.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { SeatId } from "./seat.ts";
import type { OpenSituation, StreamAppend } from "./situation.ts";
import type { SeatState } from "./state.ts";
import { longestWords } from "./words.ts";

/**
 * Rule R7. A working group is written in the hall as well; that a back channel or a caucus was convened stands in its own
 * stream and nowhere else.
 */
export function decideConvene(
  { agenda, hall, hallStream, newId }: OpenSituation,
  seat: SeatState,
  { plan, wordKeys = {} }: ConveneCommand,
): Result<readonly StreamAppend[], Refusal> {
  const { kind } = plan;
  if (kind === "plenary" || !hall.procedure.mayConvene[kind].includes(seat.role)) {
    return refuse("R7.1", `The rules of procedure do not let a ${seat.role} convene a ${kind}.`);
  }
  const present = new Map([...hall.seats].filter(([, { removed }]) => !removed));
  const [mistake] = planMistakes(agenda, present, plan);
  if (mistake !== undefined) return err(mistake);
  if (!isPublic(kind) && !plan.members.includes(seat.id)) {
    return refuse("R7.3", `Whoever convenes a ${kind} sits in it.`);
  }
  const members = plan.members.flatMap((member) => present.get(member) ?? []);
  const unfit = unfitMembers(agenda, kind, members) ?? unfitWordKeys(kind, members, wordKeys);
  if (unfit !== undefined) return err(unfit);
  const stream = newId();
  const opened: ChannelPlan = { ...plan, id: stream };
  const first: Event = { kind: "channel opened", plan: opened, wordKeys };
  if (!isPublic(kind)) return ok([{ stream, events: [first] }]);
  return ok([
    { stream: hallStream, events: [{ kind: "group convened", plan: opened }] },
    { stream, events: [first] },
  ]);
}

/** Rule R7.6. */
function unfitWordKeys(
  kind: ChannelPlan["kind"],
  members: readonly SeatState[],
  wordKeys: Readonly<Record<SeatId, string>>,
): Refusal | undefined {
  const rule = "R7.6";
  const given = Object.keys(wordKeys);
  if (isPublic(kind)) {
    return given.length === 0 ? undefined : { rule, message: "What is said in a working group is not sealed." };
  }
  const unjoined = members.find(({ keys }) => keys === undefined);
  if (unjoined !== undefined) {
    return { rule, message: `${unjoined.name} has not joined yet, so that nothing can be sealed to it.` };
  }
  const fits = given.length === members.length && members.every(({ id }) => fitsWordKey(wordKeys[id]));
  return fits
    ? undefined
    : { rule, message: `The key of a ${kind} is sealed to each of its members and to nobody else.` };
}

export function fitsWordKey(sealed: string | undefined): boolean {
  return sealed !== undefined && sealed !== "" && sealed.length <= longestWords.plain;
}
