import type { Agenda } from "#model";
import { ok, type Result } from "#prelude";
import type { Offer, OfferCondition } from "#room";
import type { ChannelView, SeatView } from "#seat";
import { couldNotRun, type Failure } from "../../failure.ts";
import { knownName } from "../../known-name.ts";
import { didYouMean } from "../../nearest-name.ts";

/** The channel of this name or id that the seat sees, or the only one whose name has this part; left out, the plenary. */
export function channelNamed(written: string | undefined, { channels }: SeatView): Result<ChannelView, Failure> {
  if (written === undefined) {
    const plenary = channels.find(({ plan }) => plan.kind === "plenary");
    return plenary ? ok(plenary) : couldNotRun("This seat has no place in the plenary: name a channel with --channel.");
  }
  const wanted = written.trim().toLowerCase();
  const nameOf = ({ plan }: ChannelView): string => plan.name.trim().toLowerCase();
  const exactly = channels.filter((channel) => channel.id === written || nameOf(channel) === wanted);
  const found = exactly.length > 0 ? exactly : channels.filter((channel) => nameOf(channel).includes(wanted));
  const [channel, other] = found;
  if (channel && !other) return ok(channel);
  if (other) {
    const each = found.map(({ id, plan }) => `  ${id}  ${plan.name}`).join("\n");
    return couldNotRun(`Several channels are meant by "${written}"; name one by its id:\n${each}`);
  }
  const names = channels.map(({ plan }) => plan.name);
  return couldNotRun(
    `This seat sees no channel "${written}".${didYouMean(written, names)}\nChannels: ${names.join(", ") || "none"}.`,
  );
}

/** The live offer of this number. */
export function liveOffer({ plan, offers }: ChannelView, number: number): Result<Offer, Failure> {
  const found = offers.find(({ offer }) => offer.number === number);
  if (found?.status.kind === "live") return ok(found.offer);
  if (found) return couldNotRun(`Offer ${number} in ${plan.name} is not on the table: it is ${found.status.kind}.`);
  const live = offers.filter(({ status }) => status.kind === "live").map(({ offer }) => offer.number);
  return couldNotRun(`There is no offer ${number} in ${plan.name}. On the table: ${live.join(", ") || "nothing"}.`);
}

/** `Group on territory:T1_line=freeze|defer` for each. */
export function conditionsOf(
  words: readonly string[],
  view: SeatView,
  agenda: Agenda,
): Result<readonly OfferCondition[], Failure> {
  const conditions: OfferCondition[] = [];
  for (const word of words) {
    const parts = /^(.+):([^:=]+)=([^=]+)$/.exec(word);
    if (!parts)
      return couldNotRun(`--if takes channel:issue=option or channel:issue=option|option; "${word}" is not that.`);
    const [, name = "", issueId = "", written = ""] = parts;
    const channel = channelNamed(name, view);
    if (!channel.ok) return channel;
    const issue = knownName(
      issueId,
      "issue",
      agenda.issues.map(({ id }) => id),
    );
    if (!issue.ok) return issue;
    const known = agenda.issues.find(({ id }) => id === issueId)?.options.map(({ id }) => id) ?? [];
    const options = written.split("|");
    for (const option of options) {
      const named = knownName(option, `option of ${issueId}`, known);
      if (!named.ok) return named;
    }
    conditions.push({ channel: channel.value.id, issue: issueId, options });
  }
  return ok(conditions);
}
