import { useNavigate } from "@tanstack/react-router";
import { useId, useMemo, useState } from "react";
import type { Scenario } from "#model";
import { randomId } from "#seat";
import { Refusal } from "../../shelf/refusal.tsx";
import type { Refused } from "../../shelf/shelf.ts";
import { useWords } from "../../words/words.tsx";
import { keptSeats, useSeatTrouble } from "../kept-seats/kept-seats.ts";
import { random } from "../kept-seats/random.ts";
import { type Draft, draftMistakes, firstDraft, freshCopy } from "./draft.ts";
import { groupNames, longestSet } from "./group-names.ts";
import { GroupsPart } from "./groups-part.tsx";
import { type Opened, openNegotiation, type Terms } from "./open-negotiation.ts";
import { ProcedurePart } from "./procedure-part.tsx";
import { PublicPart } from "./public-part.tsx";
import { SeatsPart } from "./seats-part.tsx";
import { SitsPart } from "./sits-part.tsx";
import { TermsPart } from "./terms-part.tsx";
import { TrainingPart } from "./training-part.tsx";

/** The whole plan on one page, from top to bottom, with everything filled in that can be. */
export function ConveneForm({ scenario, scenarioKey }: { readonly scenario: Scenario; readonly scenarioKey: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const { agenda } = scenario;
  const [draft, setDraft] = useState<Draft>(() => firstDraft(agenda, random));
  const [terms, setTerms] = useState<Terms>({ days: 14, reusable: false });
  const [groups, setGroups] = useState<string>();
  const [busy, setBusy] = useState("");
  const [failed, setFailed] = useState("");
  const [refused, setRefused] = useState<Refused>();
  const trouble = useSeatTrouble();
  const title = useId();
  const names = useMemo(() => (groups === undefined ? undefined : groupNames(groups)), [groups]);
  const wrong = [
    ...draftMistakes(agenda, draft).map(({ message }) => message),
    ...(names && names.names.length === 0 ? [words("convene.training.few")] : []),
    ...(names && names.names.length > longestSet ? [words("convene.training.many", { most: longestSet })] : []),
    ...(names?.twice === undefined ? [] : [words("convene.training.twice", { name: names.twice })]),
  ];

  const openOne = async (plan: Draft, training?: { set: string; group: string }): Promise<Opened | undefined> => {
    const opening = await openNegotiation(agenda, plan, terms, training);
    if (opening.ok) return opening.value;
    if ("kept" in opening) setRefused(opening.kept.error);
    else if (opening.host.why === "unreachable" || opening.host.why === "busy") setFailed(words("convene.unreachable"));
    else setFailed(words("convene.failed", { why: opening.host.message }));
    return undefined;
  };

  const openGroups = async (all: readonly string[]): Promise<void> => {
    const set = randomId(random);
    const opened: (Opened & { readonly name: string })[] = [];
    for (const name of all) {
      setBusy(words("convene.opening.of", { done: opened.length + 1, of: all.length }));
      const plan = { ...freshCopy(draft, random), title: `${draft.title}: ${name}` };
      const one = await openOne(plan, { set, group: name });
      if (!one) break;
      opened.push({ ...one, name });
      // after each, so that what is open is found even if the next one fails
      const since = new Date().toISOString();
      await keptSeats.put("training", { id: set, title: draft.title, scenario: scenarioKey, since, groups: opened });
    }
    if (opened.length === all.length) await navigate({ to: "/rooms/training/$set", params: { set } });
  };

  const open = async (): Promise<void> => {
    setFailed("");
    setRefused(undefined);
    setBusy(words("convene.opening"));
    if (names) await openGroups(names.names);
    else {
      const one = await openOne(draft);
      if (one) await navigate({ to: "/rooms/invitations/$negotiation", params: { negotiation: one.negotiation } });
    }
    setBusy("");
  };

  return (
    <form
      className="convene-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length === 0 && busy === "") void open();
      }}
    >
      {trouble ? <Refusal refused={trouble} /> : null}
      <PublicPart scenario={scenario} />
      <p className="convene-field">
        <label htmlFor={title}>{words("convene.name")}</label>
        <input
          id={title}
          value={draft.title}
          maxLength={300}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
        />
      </p>
      <SeatsPart agenda={agenda} draft={draft} onDraft={setDraft} />
      <GroupsPart agenda={agenda} draft={draft} onDraft={setDraft} />
      <SitsPart draft={draft} onDraft={setDraft} />
      <ProcedurePart agenda={agenda} draft={draft} onDraft={setDraft} />
      <TermsPart terms={terms} onTerms={setTerms} />
      <TrainingPart
        groups={groups}
        onGroups={setGroups}
        links={draft.seats.length - 1}
        count={names?.names.length ?? 0}
      />
      <section aria-labelledby="convene-host" className="convene-host">
        <h2 id="convene-host">{words("convene.host")}</h2>
        <p>{words("convene.host.what")}</p>
      </section>
      <div aria-live="polite">
        {wrong.length > 0 ? (
          <div className="convene-mistakes">
            <p>{words("convene.mistakes")}</p>
            <ul>
              {wrong.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {refused ? <Refusal refused={refused} /> : null}
      {failed ? <p role="alert">{failed}</p> : null}
      <p className="row">
        <button type="submit" className="primary" disabled={wrong.length > 0 || busy !== ""}>
          {names ? words("convene.open.groups", { count: names.names.length }) : words("convene.open")}
        </button>
        <span role="status">{busy}</span>
      </p>
    </form>
  );
}
