import { useId, useMemo } from "react";
import type { Agenda, Issue } from "#model";
import { type ChannelState, issuesOf, type TabledOffer } from "#room";
import { foreseenRefusal, type Outcome, tableFreely, tableOffer } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { OverrideForm } from "../delegation/override-form.tsx";
import { useBinding } from "../delegation/use-binding.ts";
import { useHall, useMe, useRoom } from "../live/live-room.tsx";
import { RefusalText } from "../live/refused.tsx";
import { usePapers } from "../live/use-papers.ts";
import { focusTable } from "../table/focus-table.ts";
import { MyWorth } from "../table/my-worth.tsx";
import { worthOf } from "../table/worth.ts";
import { CallForSealedYes } from "../talk/call-for-sealed-yes.tsx";
import { HostSees } from "../talk/host-sees.tsx";
import { settledBy, useWhole } from "../whole/use-whole.tsx";
import { Conditions } from "./conditions.tsx";
import { FillFrom } from "./fill-from.tsx";
import { IssueChoice } from "./issue-choice.tsx";
import { asCommand, type DraftOffer, filledWith, isBegun, kindsFor, toSend, withOption } from "./offer-draft.ts";

type Group = { readonly name: string; readonly issues: readonly Issue[] };

type ComposerProps = {
  readonly channel: ChannelState;
  readonly draft: DraftOffer;
  readonly change: (draft: DraftOffer | undefined) => void;
  /** The offer that this one is laid beside. */
  readonly base: TabledOffer | undefined;
};

/** Composes an offer for one channel; the channel's own rules say at once what would be refused. */
export function Composer({ channel, draft, change, base }: ComposerProps) {
  const { agenda, session } = useRoom();
  const words = useWords();
  const me = useMe();
  const hall = useHall();
  const papers = usePapers();
  const whole = useWhole();
  const binding = useBinding();
  const id = useId();
  const { plan } = channel;
  const kinds = kindsFor(me.role);
  const issues = useMemo(() => issuesOf(agenda, plan), [agenda, plan]);
  const groups = useMemo(
    () => byCluster(agenda, issues, words("room-moves.whole.no-cluster")),
    [agenda, issues, words],
  );
  const settled = settledBy(whole.composition);
  const question = { agenda, papers, at: session.now(), level: me.level, settled };
  const begun = isBegun(draft);
  const worth = begun ? worthOf(question, draft.choices, base?.offer.choices) : undefined;
  // what the rules say hangs on the tables and the hall, which come with `whole` and `hall`
  const foreseen = useMemo(
    () => (begun ? foreseenRefusal(session, plan.id, asCommand(draft)) : undefined),
    [begun, session, plan.id, draft, whole, hall, channel],
  );
  const countered = draft.counters === undefined ? undefined : channel.offers.get(draft.counters)?.offer;
  const finish = (outcome: Outcome | undefined): void => {
    if (outcome?.kind !== "done") return;
    focusTable(); // before the form goes, and the focus with it
    change(undefined);
  };
  const send = (): void => {
    const sent = toSend(draft);
    const { choices, conditions = [], ...rest } = sent;
    if (draft.as === "offer") {
      const outgoing = { channel: plan.id, choices, conditions };
      void binding.bind(outgoing, (cleared) => tableOffer(session, cleared, rest)).then(finish);
    } else {
      const as = draft.as;
      void binding.send(() => tableFreely(session, plan.id, as, sent)).then(finish);
    }
  };
  // forms do not stand in forms: what else is asked stands below
  return (
    <section className="room-composer" aria-labelledby={`${id}-title`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 id={`${id}-title`} tabIndex={-1} className="room-composer-title">
          {countered
            ? words("room-moves.compose.counter", { kind: countered.kind, number: countered.number })
            : words("room-moves.compose")}
        </h2>
        <HostSees kind={plan.kind} />
        <p className="row">
          <label>
            {words("room-moves.compose.as")}{" "}
            <select
              value={draft.as}
              onChange={(event) => {
                const as = kinds.find((kind) => kind === event.target.value);
                if (as) change({ ...draft, as });
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words(`room.kind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          {countered ? (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                const { counters: _, ...rest } = draft;
                change(rest);
              }}
            >
              {words("room-moves.compose.counter.not")}
            </button>
          ) : null}
        </p>
        <FillFrom issues={issues} fill={(choices) => change(filledWith(draft, issues, choices))} />
        <fieldset className="room-issues">
          <legend>{words("room-moves.compose.choices")}</legend>
          {groups.map(({ name, issues: inGroup }) => {
            const list = inGroup.map((issue) => (
              <IssueChoice
                key={issue.id}
                issue={issue}
                chosen={draft.choices[issue.id]}
                before={base?.offer.choices[issue.id]}
                settled={settled[issue.id]}
                worth={question}
                choices={draft.choices}
                choose={(option) => change(withOption(draft, issue.id, option))}
              />
            ));
            if (groups.length === 1) return list;
            const count = inGroup.filter((issue) => draft.choices[issue.id] !== undefined).length;
            return (
              <details key={name} className="room-group">
                <summary>
                  <bdi>{name}</bdi>{" "}
                  <span className="soft">
                    {words("room-moves.whole.progress", { settled: count, count: inGroup.length })}
                  </span>
                </summary>
                {list}
              </details>
            );
          })}
        </fieldset>
        <Conditions channel={channel} draft={draft} change={change} base={base?.offer} />
        <div className="row room-compose-rest">
          <label>
            {words("room-moves.compose.note")}
            <textarea
              rows={2}
              value={draft.note}
              onChange={(event) => change({ ...draft, note: event.target.value })}
            />
          </label>
          <label>
            {words("room-moves.compose.until")}
            <input
              type="datetime-local"
              value={draft.until}
              onChange={(event) => change({ ...draft, until: event.target.value })}
            />
          </label>
        </div>
        <MyWorth
          worth={worth}
          {...(base
            ? { changeFrom: words("room.offer.short", { kind: base.offer.kind, number: base.offer.number }) }
            : {})}
        />
        <div aria-live="polite">{foreseen ? <RefusalText {...foreseen} /> : null}</div>
        <p className="row">
          <button
            type="submit"
            className="primary"
            disabled={!begun || foreseen !== undefined || binding.sending.kind === "sending"}
          >
            {words(`room-moves.compose.send.${draft.as}`)}
          </button>
          {begun ? (
            <button type="button" className="quiet" onClick={() => change(undefined)}>
              {words("room-moves.compose.clear")}
            </button>
          ) : null}
        </p>
      </form>
      <OverrideForm binding={binding} done={finish} />
      {begun ? <CallForSealedYes plan={plan} choices={draft.choices} /> : null}
    </section>
  );
}

/** In the agenda's order of clusters; a short list stays one. */
function byCluster({ clusters }: Agenda, issues: readonly Issue[], others: string): readonly Group[] {
  if (issues.length <= 8) return [{ name: "", issues }];
  const groups = [...clusters.map(({ id, name }) => ({ id, name })), { id: undefined, name: others }];
  return groups
    .map(({ id, name }) => ({ name, issues: issues.filter(({ cluster }) => cluster === id) }))
    .filter((group) => group.issues.length > 0);
}
