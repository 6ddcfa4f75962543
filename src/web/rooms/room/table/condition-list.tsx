import { useIntl } from "react-intl";
import type { Composition, ConditionState, Offer, OfferCondition, OfferRef } from "#room";
import { useWords } from "../../../words/words.tsx";
import { channelOf, useLive, useRoom } from "../live/live-room.tsx";
import { OfferLinks } from "../whole/offer-name.tsx";
import { useWhole, type Whole } from "../whole/use-whole.tsx";
import { conditionDiff } from "./condition-diff.ts";

type ConditionListProps = {
  readonly offer: Offer;
  readonly isOpen: boolean;
  /** The offer that this one is laid beside, and how it is called. */
  readonly base?: { readonly offer: Offer; readonly name: string } | undefined;
};

/** What an offer stands on, how it stands with each of them, and which were others, or more, in the offer beside it. */
export function ConditionList({ offer, isOpen, base }: ConditionListProps) {
  const words = useWords();
  const whole = useWhole();
  const rows = conditionDiff(offer.conditions, base?.offer.conditions ?? []);
  if (rows.length === 0) return null;
  const states = isOpen && offer.conditions.length > 0 ? statesOf(whole, offer) : undefined;
  const dropped = rows.filter(({ how }) => how === "dropped");
  const standsAlone = offer.conditions.length === 0;
  return (
    <div className="room-conditions">
      {standsAlone ? null : (
        <>
          <h4>{words("room.conditions")}</h4>
          <ul>
            {rows.map((row, at) => {
              if (row.how === "dropped") return null;
              const { condition } = row;
              const state = states?.[at]; // its own conditions come first, in their order
              return (
                <li key={`${condition.channel} ${condition.issue}`} data-state={state?.state}>
                  {base && row.how === "new" ? <strong>{words("room.diff.new")} </strong> : null}
                  <ConditionText condition={condition} />
                  {base && row.how === "changed" ? (
                    <p className="note">
                      {words("room.conditions.was", { from: base.name })} <ConditionText condition={row.before} />
                    </p>
                  ) : null}
                  {state ? <ConditionStands state={state} /> : null}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {base && rows.every(({ how }) => how === "same") ? (
        <p className="note">{words("room.conditions.same", { from: base.name })}</p>
      ) : null}
      {base && dropped.length > 0 ? (
        <>
          <p className="note">
            {words(standsAlone ? "room.conditions.dropped" : "room.conditions.dropped.some", { from: base.name })}
          </p>
          <ul>
            {dropped.map(({ condition }) => (
              <li key={`${condition.channel} ${condition.issue}`}>
                <del>
                  <ConditionText condition={condition} />
                </del>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** "that Territory agrees on Withdrawal: as they stand, or mutual". */
export function ConditionText({ condition }: { readonly condition: OfferCondition }) {
  const { channel, issue, options } = condition;
  const { names } = useRoom();
  const words = useWords();
  const intl = useIntl();
  const where = useLive(({ streams }) => channelOf(streams.states.get(channel))?.plan.name);
  return (
    <span>
      {words("room.condition", {
        channel: where ?? words("room.channel.unseen"),
        issue: names.issue(issue),
        options: intl.formatList(
          options.map((option) => names.option(issue, option)),
          { type: "disjunction" },
        ),
      })}
    </span>
  );
}

function ConditionStands({ state }: { readonly state: ConditionState }) {
  const words = useWords();
  const { metBy, against, couldMeet, clashing, firmly } = state;
  switch (state.state) {
    case "met":
      return (
        <p className="room-stands ticked" data-is="met">
          {words(firmly ? "room.condition.met" : "room.condition.met.waiting")} <OfferLinks of={metBy} />
        </p>
      );
    case "contradicted":
      return (
        <p className="room-stands" data-is="contradicted">
          {words("room.condition.contradicted")} <OfferLinks of={against.length > 0 ? against : clashing} />
        </p>
      );
    case "unmet":
      return (
        <p className="room-stands" data-is="unmet">
          {words("room.condition.unmet")}
          {couldMeet.length > 0 ? (
            <>
              {" "}
              {words("room.condition.could")} <OfferLinks of={couldMeet} />
            </>
          ) : null}
        </p>
      );
  }
}

/** Of what waits the composition says it; of what is in a closed set all are met, by others of the set. */
function statesOf({ composition, channels }: Whole, { channel, id, conditions }: Offer): readonly ConditionState[] {
  const waiting = composition.waiting.find(({ offer }) => offer.channel === channel && offer.offer === id);
  if (waiting) return waiting.conditions;
  const closed = setWith(composition, { channel, offer: id });
  if (!closed) return [];
  return conditions.map((condition) => ({
    condition,
    state: "met",
    firmly: true,
    metBy: closed.filter((ref) => {
      const chosen = channels.find(({ plan }) => plan.id === ref.channel)?.offers.get(ref.offer)?.offer.choices;
      return ref.channel === condition.channel && condition.options.includes(chosen?.[condition.issue] ?? "");
    }),
    against: [],
    clashing: [],
    couldMeet: [],
  }));
}

function setWith({ closedSets }: Composition, { channel, offer }: OfferRef): readonly OfferRef[] | undefined {
  return closedSets.find(({ offers }) => offers.some((ref) => ref.channel === channel && ref.offer === offer))?.offers;
}
