import type { DealAnswer } from "#compute/browser";
import { count } from "#report";
import { useAct, useDraft } from "../../deal/deal-context.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import type { JudgedParty } from "../judged-parties.ts";
import { useCompared } from "../packages/compared-context.tsx";
import { choicesAt, type Place, utilitiesAt } from "./pair-places.ts";

/** A picked place: each party's value and surplus, and what can be done with its settlement. */
export function PlaceCard({
  place,
  answer,
  parties,
  onClose,
}: {
  readonly place: Place;
  readonly answer: DealAnswer;
  readonly parties: readonly JudgedParty[];
  readonly onClose: () => void;
}) {
  const words = useWords();
  const act = useAct();
  const draft = useDraft();
  const { compareWith } = useCompared();
  const choices = choicesAt(answer.frontier, place);
  const values = utilitiesAt(answer.frontier, place);
  const title = place.label || words("space.place.settlement", { row: (place.row ?? 0) + 1 });
  const from = place.kind === "package" ? place.id.replace(/^package /, "") : undefined;
  return (
    <section className="card space-card" aria-label={title}>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <dl className="space-worth">
        {parties.map(({ id, scale, reservation }) =>
          values[id] === undefined ? null : (
            <div key={id}>
              <dt>
                <PartyName party={id} labelled />
              </dt>
              <dd>
                <Value value={values[id]} scale={scale} evidence={{ kind: "utility", party: id, choices, title }} />{" "}
                <span className="soft">
                  (<Value value={values[id] - reservation.mid} scale={scale} signed />)
                </span>
              </dd>
            </div>
          ),
        )}
      </dl>
      {place.ties ? (
        <p className="note">{words("space.ties", { ties: count(place.ties), one: place.ties === "1" ? 1 : 2 })}</p>
      ) : null}
      <div className="row">
        <button
          type="button"
          className="primary"
          onClick={() =>
            act({
              kind: "compose-and-show",
              draft: { name: title, choices, locks: [], ...(from === undefined ? {} : { from }) },
            })
          }
        >
          {words("deal.open")}
        </button>
        <button
          type="button"
          onClick={() => compareWith({ id: comparedId(place, choicesKey(choices)), title, choices })}
        >
          {words("space.compare")}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words("frame.inspector.close")}
        </button>
      </div>
    </section>
  );

  function comparedId(one: Place, key: string): string {
    if (one.kind === "draft" && draft.choices === choices) return "draft";
    return one.kind === "package" ? one.id : `settlement ${key}`;
  }
}

function choicesKey(choices: Readonly<Record<string, string>>): string {
  return Object.values(choices).join(" ");
}
