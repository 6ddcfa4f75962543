import type { Agenda } from "#model";
import { proveJoining } from "#record";
import { type ChannelState, type Command, levels, type StreamId } from "#room";
import { keyFor } from "./letters.ts";
import { type Prober, probe } from "./probes.ts";
import { channelCommand, channelNames, type Drawing, one, randomChoices } from "./random-command.ts";
import type { SeatName } from "./seats.ts";
import { atSecond, type Request } from "./world.ts";

export type PublicStep = Prober & {
  readonly agenda: Agenda;
  /** Whose answers to sealed yeses are the secret itself, who says no whatever is asked, who never answers. */
  readonly sealed: { readonly secret?: SeatName; readonly no?: SeatName; readonly silent?: SeatName };
};

/** What is done in both worlds alike: drawn from what everybody sees, so that it cannot hang on the secret. */
export function publicStep(step: PublicStep): readonly Request[] {
  const { random, view, write, index, people } = step;
  const channels = view.channels();
  const draw = random.below(100);
  if (draw < 52) {
    const [stream, channel] = one(random, channels)!;
    const as = somebodyIn(step, channel);
    const command = channelCommand(drawingOf(step), as, stream, channel, (text) => ({ plain: text }));
    return mayNot(step, command) ? [] : [send(step, as, stream, channel.version, command)];
  }
  if (draw < 58) return hallMove(step);
  if (draw < 62) return [groupConvened(step)];
  if (draw < 68) return callMade(step);
  if (draw < 78) return answerGiven(step);
  if (draw < 81) return [{ via: "tick" }];
  if (draw < 84) {
    const as = one(random, people.names)!;
    if (random.below(3) === 0) return [{ via: "disconnect", as }];
    const have = channels
      .filter(() => random.below(2) === 0)
      .map(([id, { version }]) => [id, random.below(version + 1)]);
    return [{ via: "connect", as, have: Object.fromEntries(have) }];
  }
  if (draw < 87) {
    const url = `/negotiations/${write.negotiation}/join`;
    const token = people.token("late");
    const attempt = keyFor("attempt", index);
    const { id: seat } = people.seat("late");
    const proof = proveJoining({ negotiation: write.negotiation, seat, attempt }, people.keys("late").sign);
    const body = JSON.stringify(random.below(2) === 0 ? { token } : { token, attempt, proof });
    const joins: Command = { kind: "join", keys: people.keys("late").public };
    // one of them at a time: two at once would be a race of its own
    return random.below(2) === 0
      ? [{ via: "http", as: "late", method: "POST", url, body }]
      : [send(step, "late", view.hallStream, view.hall().version, joins)];
  }
  return probe(step);
}

function send(
  { random, write, index }: PublicStep,
  as: SeatName,
  stream: StreamId | "new",
  version: number,
  command: Command,
): Request {
  const after = stream !== "new" && random.below(15) === 0 ? random.below(version + 2) : version;
  const door = random.below(2) === 0 ? "http" : "frame";
  return write.command(as, command, { door, key: keyFor("public", index), stream, after });
}

function somebodyIn({ random, people }: PublicStep, { plan }: ChannelState): SeatName {
  const members = plan.members.map(people.nameOf);
  const talking = members.filter((name) => people.parties.includes(name));
  return one(
    random,
    random.below(10) < 8 && talking.length > 0 ? talking : random.below(6) === 0 ? people.names : members,
  )!;
}

/** Without those whose answers decide what a secret answer comes to, its outcome would tell it: that is no leak. */
function mayNot({ people, sealed }: PublicStep, command: Command): boolean {
  if (command.kind !== "remove member" && command.kind !== "remove seat") return false;
  const name = people.nameOf(command.seat);
  return name === sealed.no || name === sealed.silent;
}

function hallMove(step: PublicStep): readonly Request[] {
  const { random, people, view, second } = step;
  const hall = view.hall();
  const seat = people.seat(one(random, people.names)!).id;
  const draw = random.below(30);
  const command: Command =
    draw === 0
      ? { kind: "remove seat", seat }
      : draw === 1
        ? { kind: "end", reason: "enough" }
        : draw < 6
          ? { kind: "set deadline", deadline: one(random, [null, atSecond(second + 400)])! }
          : { kind: "set seat level", seat, level: one(random, levels)! };
  if (command.kind === "end" && random.below(4) > 0) return [];
  if (mayNot(step, command)) return [];
  const as = random.below(5) === 0 ? one(random, people.names)! : "convenor";
  return [send(step, as, view.hallStream, hall.version, command)];
}

function groupConvened(step: PublicStep): Request {
  const { random, people } = step;
  const others = people.names.filter((name) => name !== "convenor" && random.below(2) === 0);
  const members = [...new Set(["P1", "P2", ...others])].map((name) => people.seat(name).id);
  const clusters = ["C1", "C2", "C3"].filter(() => random.below(2) === 0);
  const plan = { kind: "working group", name: one(random, channelNames)!, clusters, members, level: "expert" } as const;
  return send(step, one(random, ["convenor", "mediator", "mediator", "P1"])!, "new", 0, { kind: "convene", plan });
}

function callMade(step: PublicStep): readonly Request[] {
  const { random, view, index, second } = step;
  const [stream, channel] = one(random, view.channels())!;
  const command: Command = {
    kind: "call sealed yes",
    call: `call ${index}`,
    choices: randomChoices(drawingOf(step), channel),
    until: atSecond(second + 8 + random.below(30)),
  };
  return [send(step, "mediator", stream, channel.version, command)];
}

/** The calls that are being asked in public channels. */
export function openCalls({ view }: Pick<PublicStep, "view">): readonly (readonly [StreamId, ChannelState, string])[] {
  return view
    .channels()
    .flatMap(([stream, channel]) =>
      [...channel.calls.values()].flatMap(({ call, allSaidYes }) =>
        allSaidYes === undefined ? [[stream, channel, call] as const] : [],
      ),
    );
}

function answerGiven(step: PublicStep): readonly Request[] {
  const { random, people, sealed, write, index } = step;
  const asked = one(random, openCalls(step));
  if (!asked) return [{ via: "tick" }];
  const [stream, , call] = asked;
  const as = one(random, [...people.parties.slice(0, 3), ...people.parties.slice(0, 3), "mediator", "observer"])!;
  if (as === sealed.secret || as === sealed.silent) return [];
  const saysYes = as !== sealed.no && random.below(3) > 0;
  const door = random.below(2) === 0 ? "http" : "frame";
  return [write.answer(as, stream, call, saysYes, { door, key: keyFor("public", index) })];
}

export function drawingOf({ random, agenda, people, write, second, view }: PublicStep): Drawing {
  return {
    ...{ random, agenda, people, second, negotiation: write.negotiation, hall: view.hall() },
    ...{ named: view.channels(), headOf: view.headOf, momentIn: (seconds) => atSecond(second + seconds) },
  };
}
