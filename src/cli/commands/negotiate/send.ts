import { err, ok, type Result } from "#prelude";
import {
  acceptOffer,
  answerSealedYes,
  type ChannelView,
  type Cleared,
  callSealedYes,
  clearance,
  keepOverride,
  moveAdoption,
  type Outcome,
  type Outgoing,
  putName,
  rejectOffer,
  type SeatSession,
  say,
  tableFreely,
  tableOffer,
  vote,
  withdrawOffer,
} from "#seat";
import { parseChoices } from "../../choices.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../../failure.ts";
import type { Terminal } from "../../terminal.ts";
import { type AtTheTable, atTheTable, noAnswer, until, within } from "./at-the-table.ts";
import { channelNamed, conditionsOf, liveOffer } from "./named-things.ts";

export type SendFlags = {
  readonly channel?: string;
  readonly offer?: readonly string[];
  readonly supposal?: readonly string[];
  readonly proposal?: readonly string[];
  readonly if?: readonly string[];
  readonly counter?: number;
  readonly note?: string;
  readonly accept?: number;
  readonly reject?: number;
  readonly reason?: string;
  readonly say?: string;
  readonly withdraw?: number;
  readonly callYes?: readonly string[];
  readonly minutes: number;
  readonly answer?: string;
  /** True without choices of its own. */
  readonly moveAdoption?: true | readonly string[];
  readonly vote?: string;
  readonly initial?: boolean;
  readonly sign?: boolean;
  readonly ratify?: boolean;
  readonly override?: string;
};

const acts = [
  ...(["offer", "supposal", "proposal", "accept", "reject", "say", "withdraw", "callYes", "answer"] as const),
  ...(["moveAdoption", "vote", "initial", "sign", "ratify"] as const),
];
type Act = (typeof acts)[number];
type Sent = Promise<Result<Outcome, Failure>>;

/** Does one thing at the table, and waits until the host has stored it. */
export async function sendCommand(path: string, flags: SendFlags, terminal: Terminal): Promise<ExitCode> {
  const asked = acts.filter((act) => flags[act] !== undefined);
  const [act] = asked;
  if (act === undefined || asked.length > 1) {
    const message =
      "Say one thing to do: --offer, --accept, --reject, --say, --withdraw, --call-yes, --answer, --move-adoption, --vote, --initial, --sign or --ratify.";
    return endWith(terminal, { exit: 2, message });
  }
  const table = await atTheTable(path);
  if (!table.ok) return endWith(terminal, table.error);
  const sent = await done(act, flags, table.value);
  const end = sent.ok ? await told(sent.value, act, table.value, terminal) : endWith(terminal, sent.error);
  await table.value.leave();
  return end;
}

async function done(act: Act, flags: SendFlags, table: AtTheTable): Sent {
  const { session, view } = table;
  switch (act) {
    case "offer":
    case "supposal":
    case "proposal":
      return inChannel(flags, table, (channel) => tabled(act, flags, channel, table));
    case "accept":
      return inChannel(flags, table, async (channel) => {
        const offer = liveOffer(channel, flags.accept ?? 0);
        if (!offer.ok) return offer;
        const { id, choices, conditions } = offer.value;
        const may = await clearedBy(session, { channel: channel.id, choices, conditions }, flags.override);
        return may.ok ? answered(acceptOffer(session, may.value, id)) : may;
      });
    case "reject":
      return inChannel(flags, table, async (channel) => {
        const offer = liveOffer(channel, flags.reject ?? 0);
        const reasons = flags.reason === undefined ? [] : [{ text: flags.reason }];
        return offer.ok ? answered(rejectOffer(session, channel.id, offer.value.id, reasons)) : offer;
      });
    case "withdraw":
      return inChannel(flags, table, async (channel) => {
        const offer = liveOffer(channel, flags.withdraw ?? 0);
        return offer.ok ? answered(withdrawOffer(session, channel.id, offer.value.id)) : offer;
      });
    case "say":
      return inChannel(flags, table, ({ id }) => answered(say(session, id, flags.say ?? "")));
    case "callYes":
      return inChannel(flags, table, async ({ id }) => {
        const choices = parseChoices(flags.callYes ?? [], "--call-yes", session.agenda);
        const end = new Date(Date.parse(session.now()) + flags.minutes * 60_000).toISOString();
        return choices.ok ? answered(callSealedYes(session, id, choices.value, end)) : choices;
      });
    case "answer":
      return inChannel(flags, table, async ({ id, call }) => {
        if (!call) return couldNotRun("No sealed yes is being asked for there.");
        if (flags.answer === "no") return answered(answerSealedYes(session, id, call.call, "no"));
        const may = await clearedBy(session, { channel: id, choices: call.choices, conditions: [] }, flags.override);
        return may.ok ? answered(answerSealedYes(session, id, call.call, may.value)) : may;
      });
    case "moveAdoption": {
      const own = parseChoices(
        flags.moveAdoption === true ? [] : (flags.moveAdoption ?? []),
        "--move-adoption",
        session.agenda,
      );
      if (!own.ok) return own;
      const { closing } = view().composition;
      if (closing.kind !== "closes" && closing.kind !== "nothing")
        return couldNotRun(`Nothing can be adopted: ${closingWords[closing.kind]}.`);
      const closed = closing.kind === "closes" ? closing.set : { choices: {}, offers: [] };
      const settlement = { ...own.value, ...closed.choices };
      const other = Object.keys(own.value).find((issue) => settlement[issue] !== own.value[issue]);
      if (other !== undefined) return couldNotRun(`${other} was agreed otherwise: ${other}=${settlement[other]}.`);
      const open = session.agenda.issues.filter(({ id }) => settlement[id] === undefined).map(({ id }) => id);
      if (open.length > 0)
        return couldNotRun(
          `A settlement settles every issue. Settle these with --move-adoption issue=option: ${open.join(", ")}.`,
        );
      return answered(moveAdoption(session, settlement, closed.offers));
    }
    case "vote":
      return ofMotion(table, (motion) =>
        vote(session, motion, flags.vote === "yes" ? "yes" : flags.vote === "no" ? "no" : "abstains"),
      );
    case "initial":
    case "sign":
    case "ratify":
      return ofMotion(table, (motion) => putName(session, act, motion));
  }
}

const closingWords = {
  several: "several closed sets are possible, and somebody has to choose",
  "breaks rules": "what was agreed breaks the agenda's rules",
  unknown: "it was not found in time what closes",
} as const;

async function tabled(
  as: "offer" | "supposal" | "proposal",
  flags: SendFlags,
  channel: ChannelView,
  { session, view }: AtTheTable,
): Sent {
  const choices = parseChoices(flags[as] ?? [], `--${as}`, session.agenda);
  if (!choices.ok) return choices;
  const conditions = conditionsOf(flags.if ?? [], view(), session.agenda);
  if (!conditions.ok) return conditions;
  const countered = flags.counter === undefined ? undefined : liveOffer(channel, flags.counter);
  if (countered && !countered.ok) return countered;
  const more = {
    ...(countered ? { counters: countered.value.id } : {}),
    ...(flags.note === undefined ? {} : { note: flags.note }),
  };
  const draft = { choices: choices.value, conditions: conditions.value };
  if (as !== "offer") return answered(tableFreely(session, channel.id, as, { ...draft, ...more }));
  const may = await clearedBy(session, { channel: channel.id, ...draft }, flags.override);
  return may.ok ? answered(tableOffer(session, may.value, more)) : may;
}

/** Outside the mandate it goes only with a reason, which is recorded for the delegation first. */
async function clearedBy(
  session: SeatSession,
  outgoing: Outgoing,
  override: string | undefined,
): Promise<Result<Cleared, Failure>> {
  const may = clearance(session, outgoing);
  if (may.ok) return may;
  const reasons = may.error.reasons.join("\n");
  if (override === undefined) {
    return err({
      exit: 1,
      message: `Outside the mandate:\n${reasons}\nWith --override REASON it is recorded for your delegation, and sent.`,
    });
  }
  const breaches = may.error.breaches.map(({ what }) => what);
  const kept = await within(keepOverride(session, { ...outgoing, breaches, reason: override }));
  if (kept?.kind !== "done") return couldNotRun(kept?.kind === "refused" ? `${kept.message} (${kept.rule})` : noAnswer);
  const own = await until(
    session,
    () => (session.snapshot().streams.heads.get(kept.stream)?.version ?? 0) >= kept.version,
  );
  if (!own.ok) return own;
  const cleared = clearance(session, outgoing, kept.version);
  return cleared.ok ? cleared : couldNotRun(cleared.error.reasons.join("\n"));
}

async function inChannel({ channel }: SendFlags, { view }: AtTheTable, act: (channel: ChannelView) => Sent): Sent {
  const named = channelNamed(channel, view());
  return named.ok ? act(named.value) : named;
}

async function ofMotion({ view }: AtTheTable, act: (motion: string) => Promise<Outcome>): Sent {
  const { ladder } = view();
  return ladder ? answered(act(ladder.motion.motion)) : couldNotRun("Nobody has moved to adopt anything yet.");
}

async function answered(sent: Promise<Outcome>): Sent {
  const outcome = await within(sent);
  return outcome === undefined ? couldNotRun(noAnswer) : ok(outcome);
}

async function told(outcome: Outcome, act: Act, { session, view }: AtTheTable, terminal: Terminal): Promise<ExitCode> {
  if (outcome.kind === "unknown") return endWith(terminal, { exit: 2, message: `${outcome.message}\n${noAnswer}` });
  if (outcome.kind === "refused")
    return endWith(terminal, { exit: 1, message: `${outcome.message} (${outcome.rule})` });
  const { stream, version } = outcome;
  if (act === "answer") {
    terminal.print("Your answer is held; only whether all said yes will be shown.");
    return 0;
  }
  await until(session, () => (session.snapshot().streams.heads.get(stream)?.version ?? 0) >= version);
  const entry = session
    .snapshot()
    .streams.happened.get(stream)
    ?.find((each) => each.version === version);
  const offer = entry?.events.find((event) => event.kind === "tabled");
  const place = view().channels.find(({ id }) => id === stream)?.plan.name ?? stream;
  terminal.print(
    offer ? `Stored: ${offer.offer.kind} ${offer.offer.number} in ${place}.` : `Stored: entry ${version} of ${place}.`,
  );
  return 0;
}
