import { useId, useState } from "react";
import { type Instruction, levels, type Mandate, type MandateItem, mandateInForce } from "#room";
import { keepMandate, type Papers, randomId } from "#seat";
import { useWords } from "../../../words/words.tsx";
import { useHall, useHostTime, useMe, useRoom } from "../live/live-room.tsx";
import { Moment } from "../live/moment.tsx";
import { Refused } from "../live/refused.tsx";
import { useDraft } from "../live/use-draft.ts";
import { useSending } from "../live/use-sending.ts";
import { ItemForm } from "./item-form.tsx";
import { useItemWords } from "./use-item-words.ts";

/** What the delegation may agree to: the mandate in force, its instructions, and, for the mandator, a new one. */
export function MandateView({ papers }: { readonly papers: Papers | undefined }) {
  const words = useWords();
  const me = useMe();
  const hall = useHall();
  const mandate = papers?.mandate === "unreadable" ? undefined : papers?.mandate;
  const hasMandator = [...hall.seats.values()].some(
    ({ delegation, role, removed }) => delegation === me.delegation && role === "mandator" && !removed,
  );
  const mayInstruct = hasMandator ? me.role === "mandator" : me.role === "negotiator";
  return (
    <section aria-labelledby="room-mandate-title">
      <h2 id="room-mandate-title">{words("room.mandate")}</h2>
      {papers?.mandate === "unreadable" ? <p className="room-refused">{words("room.mandate.unreadable")}</p> : null}
      {mandate ? <InForce mandate={mandate} /> : <p>{words("room.mandate.none")}</p>}
      {mandate ? <Instructions mandate={mandate} /> : null}
      {mayInstruct ? <Instruct mandate={mandate} /> : <p className="note">{words("room.mandate.by-mandator")}</p>}
    </section>
  );
}

function InForce({ mandate }: { readonly mandate: Mandate }) {
  const words = useWords();
  const say = useItemWords();
  const now = useHostTime(30_000);
  const { floor, level, expires, allowed, forbidden, needsClearance } = mandateInForce(mandate, now);
  const all = [
    ...(floor ? [floor] : []),
    ...(level ? [level] : []),
    ...(expires ? [expires] : []),
    ...allowed.values(),
    ...forbidden.values(),
    ...needsClearance.values(),
  ].filter(({ item }) => !("options" in item) || item.options.length > 0);
  if (all.length === 0) return <p>{words("room.mandate.nothing")}</p>;
  return (
    <ul className="room-mandate">
      {all.map(({ item, by }) => (
        <li key={JSON.stringify(item)}>
          {say(item)}{" "}
          <span className="soft">
            {by.by}, <Moment at={by.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Instructions({ mandate }: { readonly mandate: Mandate }) {
  const words = useWords();
  const say = useItemWords();
  return (
    <details>
      <summary>{words("room.mandate.instructions", { count: mandate.instructions.length })}</summary>
      <ol>
        {mandate.instructions.map(({ id, by, at, items, note }) => (
          <li key={id}>
            {by}, <Moment at={at} />
            <ul>
              {items.map((item) => (
                <li key={JSON.stringify(item)}>{say(item)}</li>
              ))}
            </ul>
            {note ? <p className="note">{note}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

type Draft = { readonly items: readonly MandateItem[]; readonly note: string };
const empty: Draft = { items: [], note: "" };

function Instruct({ mandate }: { readonly mandate: Mandate | undefined }) {
  const { session } = useRoom();
  const words = useWords();
  const say = useItemWords();
  const me = useMe();
  const id = useId();
  const [draft, setDraft] = useDraft<Draft>("instruction", empty);
  const { sending, send } = useSending();
  const [given, setGiven] = useState(false);
  const [open, setOpen] = useState(!mandate);
  const give = (): void => {
    const note = draft.note.trim();
    const instruction: Instruction = {
      id: randomId(session.random),
      by: me.name,
      at: session.now(),
      items: draft.items,
      ...(note === "" ? {} : { note }),
    };
    const instructions = [...(mandate?.instructions ?? []), instruction];
    void send(() => keepMandate(session, { delegation: me.delegation, instructions })).then(({ kind }) => {
      if (kind !== "done") return;
      setDraft(undefined);
      setGiven(true);
    });
  };
  return (
    <details className="room-instruct" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("room.mandate.instruct")}</summary>
      <p className="note">{words("room.mandate.instruct.note")}</p>
      <ItemForm
        levels={levels}
        add={(item) => {
          setGiven(false);
          setDraft({ ...draft, items: [...draft.items, item] });
        }}
      />
      {draft.items.length > 0 ? (
        <ul>
          {draft.items.map((item, at) => (
            <li key={JSON.stringify(item)}>
              {say(item)}{" "}
              <button
                type="button"
                className="quiet"
                onClick={() => setDraft({ ...draft, items: draft.items.toSpliced(at, 1) })}
              >
                {words("room-moves.compose.condition.remove")}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <label htmlFor={id}>{words("room-moves.compose.note")}</label>
        <textarea
          id={id}
          rows={2}
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.target.value })}
        />
        <p>
          <button type="submit" className="primary" disabled={draft.items.length === 0 || sending.kind === "sending"}>
            {words("room.mandate.give")}
          </button>
        </p>
      </form>
      <p role="status">{given ? words("room.mandate.given") : ""}</p>
      <Refused sending={sending} />
    </details>
  );
}
