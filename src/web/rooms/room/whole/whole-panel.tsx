import { useId, useMemo, useState } from "react";
import type { ChannelState, ClosedSet, Closing } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useChannels, useRoom } from "../live/live-room.tsx";
import { ConditionText } from "../table/condition-list.tsx";
import { adoptedIn } from "./adopted-motion.ts";
import { AdoptedWhole } from "./adopted-whole.tsx";
import { OfferLink, OfferLinks } from "./offer-name.tsx";
import { useWholeOf, type Whole } from "./use-whole.tsx";

/** What everything agreed and on the table amounts to, as far as one audience sees it. */
export function WholePanel({ here }: { readonly here?: ChannelState | undefined }) {
  const words = useWords();
  const [scope, setScope] = useState<"mine" | "plenary" | "here">("mine");
  const channels = useChannels();
  const adopted = useMemo(() => adoptedIn(channels), [channels]);
  const plenary = channels.find(({ plan }) => plan.kind === "plenary");
  const id = useId();
  const scopes = ["mine", ...(plenary ? ["plenary" as const] : []), ...(here ? ["here" as const] : [])] as const;
  const whole = useWholeOf(scope === "plenary" ? plenary : scope === "here" ? here : undefined);
  if (adopted)
    return (
      <>
        <h2 id="room-whole-title">{words("room-moves.whole")}</h2>
        <AdoptedWhole adopted={adopted} />
      </>
    );
  return (
    <>
      <h2 id="room-whole-title">{words("room-moves.whole")}</h2>
      <p className="row room-scope">
        <label htmlFor={id}>{words("room-moves.whole.scope")}</label>
        <select
          id={id}
          value={scope}
          onChange={({ target }) => setScope(scopes.find((one) => one === target.value) ?? "mine")}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {words(`room-moves.whole.scope.${one}`)}
            </option>
          ))}
        </select>
      </p>
      <Parts whole={whole} />
    </>
  );
}

function Parts({ whole: { composition } }: { readonly whole: Whole }) {
  const { names } = useRoom();
  const words = useWords();
  const { closing, closedSets, count, core, forks, waiting, circles, contradictions, status } = composition;
  return (
    <>
      <ClosingText closing={closing} />
      {status.kind === "bounded" ? <p className="note">{status.reason}</p> : null}
      <Clusters whole={composition.clusters} />
      {closedSets.length > 0 ? (
        <section>
          <h3>{words("room-moves.whole.sets", { count })}</h3>
          {closedSets.slice(0, 8).map((set, at) => (
            <SetView
              key={set.offers.map(({ channel, offer }) => `${channel}${offer}`).join()}
              set={set}
              number={at + 1}
            />
          ))}
          {core.length > 0 && closedSets.length > 1 ? (
            <p>
              {words("room-moves.whole.core")} <OfferLinks of={core} />
            </p>
          ) : null}
        </section>
      ) : null}
      {forks.length > 0 ? (
        <section>
          <h3>{words("room-moves.whole.forks")}</h3>
          <p className="note">{words("room-moves.whole.forks.note")}</p>
          {forks.map((fork, at) => (
            <ol key={`fork ${at}`}>
              {fork.alternatives.slice(0, 6).map((offers) => (
                <li key={offers.map(({ channel, offer }) => `${channel}${offer}`).join()}>
                  <OfferLinks of={offers} />
                </li>
              ))}
              {fork.count > 6 ? <li>{words("room-moves.whole.more", { count: fork.count - 6 })}</li> : null}
            </ol>
          ))}
        </section>
      ) : null}
      {circles.length > 0 ? (
        <section>
          <h3>{words("room-moves.whole.circles")}</h3>
          {circles.map((circle) => (
            <div
              key={circle.offers.map(({ offer }) => offer).join()}
              className="room-circle"
              data-closed={circle.closed}
            >
              <ol>
                {circle.ring.map(({ offer, waitsOn }) => (
                  <li key={`${offer.channel} ${offer.offer}`}>
                    <OfferLink of={offer} /> {words("room-moves.whole.waits-on")} <ConditionText condition={waitsOn} />
                  </li>
                ))}
              </ol>
              <p>
                {circle.closed
                  ? words("room-moves.whole.circle.closed")
                  : words(circle.wouldClose ? "room-moves.whole.circle.would" : "room-moves.whole.circle.open")}{" "}
                {circle.closed ? null : <OfferLinks of={circle.toAccept} />}
              </p>
            </div>
          ))}
        </section>
      ) : null}
      {contradictions.length > 0 ? (
        <section>
          <h3>{words("room-moves.whole.contradictions")}</h3>
          <ul>
            {contradictions.map(({ issue, sides, acrossChannels }) => (
              <li key={issue}>
                <strong>{names.issue(issue)}</strong>
                {acrossChannels ? ` ${words("room-moves.whole.across")}` : ""}
                <ul>
                  {sides.map(({ option, offers }) => (
                    <li key={option}>
                      {names.option(issue, option)}: <OfferLinks of={offers} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section>
          <h3>{words("room-moves.whole.waiting")}</h3>
          <ul>
            {waiting.map(({ offer, status: how, conditions, contradicts }) => {
              const open = conditions.filter(({ state }) => state !== "met").length;
              return (
                <li key={`${offer.channel} ${offer.offer}`}>
                  <OfferLink of={offer} />{" "}
                  <span className="soft">
                    {words(how === "live" ? "room-moves.whole.live" : "room-moves.whole.agreed-waiting")}
                    {conditions.length > 0
                      ? `; ${words("room-moves.whole.conditions", { met: conditions.length - open, count: conditions.length })}`
                      : ""}
                  </span>
                  {contradicts.length > 0 ? (
                    <>
                      {"; "}
                      {words("room-moves.whole.against")} <OfferLinks of={contradicts} />
                    </>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function ClosingText({ closing }: { readonly closing: Closing }) {
  const words = useWords();
  const { agenda } = useRoom();
  switch (closing.kind) {
    case "closes": {
      const open = closing.set.open.length;
      return (
        <p className="room-closing" data-is="closes">
          {open === 0
            ? words("room-moves.whole.complete")
            : words("room-moves.whole.closes", { settled: agenda.issues.length - open, count: agenda.issues.length })}
        </p>
      );
    }
    case "nothing":
      return <p className="room-closing">{words("room-moves.whole.nothing")}</p>;
    case "several":
      return (
        <p className="room-closing" data-is="several">
          {words("room-moves.whole.several", { count: closing.count })}
        </p>
      );
    case "breaks rules":
      return (
        <p className="room-closing" data-is="breaks">
          {words("room-moves.whole.breaks", { rules: closing.rules.join(", ") })}
        </p>
      );
    case "unknown":
      return <p className="room-closing">{closing.reason}</p>;
  }
}

function Clusters({ whole }: { readonly whole: Whole["composition"]["clusters"] }) {
  const { agenda, names } = useRoom();
  const words = useWords();
  return (
    <section>
      <h3>{words("room-moves.whole.clusters")}</h3>
      <ul className="room-clusters">
        {whole.map(({ cluster, settled, undecided, open }) => {
          const all = settled.length + undecided.length + open.length;
          return (
            <li key={cluster ?? ""}>
              <details>
                <summary>
                  {agenda.clusters.find(({ id }) => id === cluster)?.name ?? words("room-moves.whole.no-cluster")}
                  <span className="room-meter" aria-hidden="true">
                    <span style={{ inlineSize: `${(100 * settled.length) / all}%` }} />
                  </span>
                  <span className="soft">
                    {words("room-moves.whole.progress", { settled: settled.length, count: all })}
                  </span>
                </summary>
                {settled.length > 0 ? (
                  <p>
                    {words("room-moves.whole.settled")} {settled.map(names.issue).join(", ")}
                  </p>
                ) : null}
                {undecided.length > 0 ? (
                  <p>
                    {words("room-moves.whole.undecided")} {undecided.map(names.issue).join(", ")}
                  </p>
                ) : null}
                {open.length > 0 ? (
                  <p>
                    {words("room-moves.whole.open")} {open.map(names.issue).join(", ")}
                  </p>
                ) : null}
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function SetView({ set, number }: { readonly set: ClosedSet; readonly number: number }) {
  const { names } = useRoom();
  const words = useWords();
  return (
    <details className="room-set">
      <summary>
        {words("room-moves.whole.set", { number, offers: set.offers.length, issues: Object.keys(set.choices).length })}
      </summary>
      <p>
        <OfferLinks of={set.offers} />
      </p>
      <dl className="room-choices">
        {Object.entries(set.choices).map(([issue, option]) => (
          <div key={issue}>
            <dt>{names.issue(issue)}</dt>
            <dd>{names.option(issue, option)}</dd>
          </div>
        ))}
      </dl>
      {set.breaks.length > 0 ? (
        <p className="room-refused">{words("room-moves.whole.breaks", { rules: set.breaks.join(", ") })}</p>
      ) : null}
    </details>
  );
}
