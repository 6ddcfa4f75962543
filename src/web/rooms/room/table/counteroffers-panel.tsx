import { useEffect, useId, useState } from "react";
import type { Choices, PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import { points, signedPoints } from "#report";
import {
  type ChannelState,
  type Counteroffer,
  decidingDelegations,
  issuesOf,
  type Offer,
  offersSeen,
  type TabledOffer,
} from "#room";
import type { AgendaNames } from "../../../prepare/agenda-names.ts";
import { useWords } from "../../../words/words.tsx";
import { useDelegationName, useHall, useMe, useRoom } from "../live/live-room.tsx";
import { usePapers } from "../live/use-papers.ts";
import { settledBy, useWhole } from "../whole/use-whole.tsx";
import type { CounterofferAnswer, CounterofferQuestion } from "./counteroffer-question.ts";
import { openSheet } from "./worth.ts";

type PanelProps = {
  readonly channel: ChannelState;
  readonly last: TabledOffer;
  readonly take: (choices: Choices, counters: TabledOffer) => void;
};

/** What is changed, step by step, towards the others: my own last offer, my best on what they ask about, or their offer. */
const starts = ["mine", "best", "theirs"] as const;
type Start = (typeof starts)[number];

/** Counteroffers that keep my value and help the others most as far as their offers show; made here, in a worker. */
export function CounteroffersPanel(props: PanelProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const sheet = openSheet(usePapers());
  if (!sheet) return null;
  return (
    <details className="room-counteroffers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words("room-moves.counteroffers", { kind: props.last.offer.kind, number: props.last.offer.number })}
      </summary>
      {open ? <Found {...props} /> : null}
    </details>
  );
}

function Found({ channel, last, take }: PanelProps) {
  const { agenda, names, session } = useRoom();
  const words = useWords();
  const name = useDelegationName();
  const hall = useHall();
  const me = useMe();
  const papers = usePapers();
  const sheet = openSheet(papers);
  const { channels, composition } = useWhole();
  const id = useId();
  const scale = sheet?.scale ?? 100;
  const mine = [...channel.offers.values()].findLast(({ offer }) => offer.delegation === me.delegation)?.offer;
  const [wanted, setStart] = useState<Start>("mine");
  const start = wanted === "mine" && !mine ? "best" : wanted;
  const [keep, setKeep] = useState(() => (sheet ? sheet.reservation.mid : 0));
  const [answer, setAnswer] = useState<CounterofferAnswer | "working" | { readonly failed: string }>("working");
  useEffect(() => {
    if (!sheet) return undefined;
    const others = decidingDelegations(agenda, hall, channel.plan.members).filter((one) => one !== me.delegation);
    const question: CounterofferQuestion = {
      agenda,
      sheet,
      ...(papers?.mandate && papers.mandate !== "unreadable" ? { mandate: papers.mandate } : {}),
      level: me.level,
      at: session.now(),
      offer: startingPoint(start, last.offer, mine, sheet),
      seen: offersSeen(agenda, hall, channels),
      others,
      issues: issuesOf(agenda, channel.plan).map((issue) => ({ id: issue.id })),
      settled: settledBy(composition),
      keepAtLeast: keep,
    };
    setAnswer("working");
    const worker = new Worker(new URL("./counteroffer-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<CounterofferAnswer>) => setAnswer(data)); // our own worker
    worker.addEventListener("error", (event) => setAnswer({ failed: event.message }));
    worker.postMessage(question);
    return () => worker.terminate();
  }, [agenda, hall, channel.plan, channels, composition, keep, last, me, mine, papers, session, sheet, start]);
  if (!sheet) return null;
  return (
    <>
      <p className="note">{words("room-moves.counteroffers.belief")}</p>
      <p className="row">
        <label htmlFor={`${id}-start`}>{words("room-moves.counteroffers.start")}</label>
        <select
          id={`${id}-start`}
          value={start}
          onChange={({ target }) => setStart(starts.find((one) => one === target.value) ?? "mine")}
        >
          {starts.map((one) =>
            one === "mine" && !mine ? null : (
              <option key={one} value={one}>
                {words(`room-moves.counteroffers.start.${one}`, {
                  number: one === "mine" ? (mine?.number ?? 0) : last.offer.number,
                })}
              </option>
            ),
          )}
        </select>
        <label htmlFor={id}>{words("room-moves.counteroffers.keep")}</label>
        <input
          id={id}
          type="number"
          step="any"
          value={keep}
          onChange={(event) => {
            const value = event.target.valueAsNumber;
            if (Number.isFinite(value)) setKeep(value);
          }}
        />
      </p>
      <div aria-live="polite">
        {answer === "working" ? (
          <p className="note">{words("room-moves.counteroffers.working")}</p>
        ) : "failed" in answer ? (
          <p className="room-refused">{answer.failed}</p>
        ) : (
          <>
            <p>
              {words("room-moves.counteroffers.now", { value: points(toNumber(answer.found.valueNow), scale) })}{" "}
              {answer.found.status.kind === "bounded" ? (
                <span className="note">{answer.found.status.reason}</span>
              ) : null}
            </p>
            {answer.found.none !== undefined ? (
              <p>{words("room-moves.counteroffers.none", { why: answer.found.none })}</p>
            ) : null}
            <ol className="room-counteroffer-list">
              {answer.found.counteroffers.map((one) => (
                <Suggested
                  key={JSON.stringify(one.changes)}
                  one={one}
                  scale={scale}
                  take={() => take(one.choices, last)}
                />
              ))}
            </ol>
            {answer.found.moreTied > 0 ? (
              <p className="note">{words("room-moves.counteroffers.tied", { count: answer.found.moreTied })}</p>
            ) : null}
            <details>
              <summary>{words("room-moves.counteroffers.believed")}</summary>
              <ul>
                {answer.believed.map(({ delegation, issue, weight, timesKept, timesMoved, likes }) => (
                  <li key={`${delegation} ${issue}`}>
                    {words("room-moves.counteroffers.believes", {
                      party: name(delegation),
                      issue: names.issue(issue),
                      weight: weight.toFixed(2),
                      kept: timesKept,
                      moved: timesMoved,
                      likes: likes
                        .map(({ option, score }) => `${names.option(issue, option)} ${score.toFixed(2)}`)
                        .join(", "),
                    })}
                  </li>
                ))}
              </ul>
            </details>
          </>
        )}
      </div>
    </>
  );
}

function Suggested({
  one,
  scale,
  take,
}: {
  readonly one: Counteroffer;
  readonly scale: number;
  readonly take: () => void;
}) {
  const { names } = useRoom();
  const words = useWords();
  const name = useDelegationName();
  return (
    <li value={one.rank}>
      <ul className="room-suggested">
        {one.changes.map(({ issue, from, to }) => (
          <li key={issue}>
            <strong>{names.issue(issue)}</strong>:{" "}
            {from === undefined ? words("room-moves.compose.open") : names.option(issue, from)} ›{" "}
            {names.option(issue, to)}
          </li>
        ))}
      </ul>
      <p>
        {words("room-moves.counteroffers.worth", {
          value: points(toNumber(one.value), scale),
          change: signedPoints(toNumber(one.valueChange), scale),
        })}{" "}
        {Object.entries(one.believedChange)
          .map(([party, change]) => `${name(party)} ${change > 0 ? "+" : ""}${change.toFixed(2).replace("-", "−")}`)
          .join(", ")}
      </p>
      <details>
        <summary>{words("room-moves.counteroffers.evidence")}</summary>
        <ul>
          {one.evidence.map((line) => (
            <li key={line}>{inNames(line, one, names, name)}</li>
          ))}
        </ul>
      </details>
      <p>
        <button type="button" onClick={take}>
          {words("room-moves.counteroffers.take")}
        </button>
      </p>
    </li>
  );
}

function startingPoint(
  start: Start,
  theirs: Offer,
  mine: Offer | undefined,
  sheet: PreferenceSheet,
): Pick<Offer, "choices" | "conditions"> {
  if (start === "mine" && mine) return { choices: mine.choices, conditions: mine.conditions };
  if (start === "theirs") return { choices: theirs.choices, conditions: theirs.conditions };
  const best = Object.keys(theirs.choices).map((issue) => {
    const values = Object.entries(sheet.issues[issue]?.values ?? {});
    const [first] = values.toSorted(([, a], [, b]) => b.mid - a.mid);
    return [issue, first?.[0] ?? theirs.choices[issue] ?? ""] as const;
  });
  return { choices: Object.fromEntries(best), conditions: [] };
}

/** The engine's sentences have ids where a reader wants names: a delegation first, then "option on issue". */
function inNames(
  line: string,
  { changes, believedChange }: Counteroffer,
  names: AgendaNames,
  delegation: (id: string) => string,
): string {
  const party = Object.keys(believedChange).find((id) => line.startsWith(`${id} `));
  let said = party === undefined ? line : `${delegation(party)}${line.slice(party.length)}`;
  for (const { issue, from, to } of changes) {
    for (const option of from === undefined ? [to] : [to, from])
      said = said.replace(` ${option} on ${issue}`, ` ${names.option(issue, option)} on ${issue}`);
    said = said
      .replace(`, not of ${to}.`, `, not of ${names.option(issue, to)}.`)
      .replace(` on ${issue}`, ` on ${names.issue(issue)}`);
  }
  return said;
}
