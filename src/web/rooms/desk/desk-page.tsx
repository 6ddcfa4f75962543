import { useState } from "react";
import type { Choices } from "#model";
import type { StreamId } from "#room";
import { useWords } from "../../words/words.tsx";
import { useMe } from "../room/live/live-room.tsx";
import { CaucusDesk } from "./caucus-desk.tsx";
import { CaucusNotes } from "./caucus-notes.tsx";
import { Circles } from "./circles.tsx";
import { CommonGroundList } from "./common-ground-list.tsx";
import { Impasse } from "./impasse.tsx";
import { PackageDesk } from "./package-desk.tsx";
import { SealedYesList } from "./sealed-yes-list.tsx";
import { useDesk } from "./use-desk.ts";
import { WaitingList } from "./waiting-list.tsx";
import "./desk.css";

/** What the mediation has before it: where the talks stand still, what could move them, whom to speak with. */
export function DeskPage() {
  const words = useWords();
  const me = useMe();
  if (me.delegation !== "mediation")
    return (
      <>
        <h1>{words("desk.title")}</h1>
        <p className="note">{words("desk.not-yours")}</p>
      </>
    );
  return <Desk />;
}

export type Draft = { readonly channel?: StreamId; readonly choices: Choices };

function Desk() {
  const words = useWords();
  const { standings, ground } = useDesk();
  const [draft, setDraft] = useState<Draft>({ choices: {} });
  return (
    <div className="desk-page">
      <h1>{words("desk.title")}</h1>
      <p className="note">{words("desk.sees")}</p>
      <section aria-labelledby="desk-impasse">
        <h2 id="desk-impasse">{words("desk.impasse")}</h2>
        <Impasse standings={standings} />
        <WaitingList />
        <Circles />
      </section>
      <section aria-labelledby="desk-ground">
        <h2 id="desk-ground">{words("desk.ground")}</h2>
        <CommonGroundList
          ground={ground}
          take={(choices) => setDraft((before) => ({ ...before, choices: { ...before.choices, ...choices } }))}
        />
      </section>
      <section aria-labelledby="desk-package">
        <h2 id="desk-package">{words("desk.package")}</h2>
        <PackageDesk draft={draft} change={setDraft} />
        <SealedYesList />
      </section>
      <section aria-labelledby="desk-caucus">
        <h2 id="desk-caucus">{words("desk.caucus")}</h2>
        <CaucusDesk />
      </section>
      <section aria-labelledby="desk-notes">
        <h2 id="desk-notes">{words("desk.notes")}</h2>
        <CaucusNotes />
      </section>
    </div>
  );
}
