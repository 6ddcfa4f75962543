import { useMemo } from "react";
import type { PreferenceSheet } from "#model";
import type { ChannelState, Debrief } from "#room";
import { useWords } from "../../words/words.tsx";
import { useChannels, useHall, useRoom } from "../room/live/live-room.tsx";
import { AdoptedValues } from "./adopted-values.tsx";
import { BestSettlements } from "./best-settlements.tsx";
import { ConcessionTable } from "./concession-table.tsx";
import { consentSheets, enoughSheets } from "./enough-sheets.ts";
import { LeftList } from "./left-list.tsx";
import { RevealPanel } from "./reveal-panel.tsx";
import { useDebrief } from "./use-debrief.ts";
import { useRevealed } from "./use-revealed.ts";
import { useWholeSearch } from "./use-whole-search.ts";
import { ValuePlots } from "./value-plots.tsx";
import "./debrief.css";

/** After the end, or once a settlement stands adopted. Before that the reading of sheets would be one more move. */
export function DebriefPage() {
  const words = useWords();
  const hall = useHall();
  const channels = useChannels();
  const adopted = channels.some(({ motions }) =>
    [...motions.values()].some(({ stage }) => ["adopted", "initialled", "signed", "ratified"].includes(stage)),
  );
  if (hall.ended || adopted) return <Debriefing />;
  return (
    <>
      <h1>{words("debrief.title")}</h1>
      <p className="note">{words("debrief.not-yet")}</p>
    </>
  );
}

function Debriefing() {
  const { agenda } = useRoom();
  const words = useWords();
  const hall = useHall();
  const channels = useChannels();
  const { revealed, take, putAway } = useRevealed();
  const sheets = useMemo(() => revealed.map(({ sheet }) => sheet), [revealed]);
  const found = useDebrief(agenda, channels, sheets);
  const missing = agenda.parties.map(({ id }) => id).filter((id) => !sheets.some(({ party }) => party === id));
  return (
    <div className="debrief-page">
      <h1>{words("debrief.title")}</h1>
      <p>
        <strong>{hall.title}</strong>
        {hall.ended ? ` ${words("debrief.ended", { reason: hall.ended.reason })}` : ""}
      </p>
      <RevealPanel revealed={revealed} missing={missing} take={take} putAway={putAway} />
      {sheets.length === 0 ? (
        <p className="note">{words("debrief.nothing")}</p>
      ) : found.state === "found" ? (
        <Sections debrief={found.value} sheets={sheets} channels={channels} />
      ) : found.state === "failed" ? (
        <p role="alert">{words("debrief.failed", { why: found.why })}</p>
      ) : (
        <p role="status">{words("debrief.valuing")}</p>
      )}
      <p className="screen-only">
        <button type="button" onClick={() => window.print()}>
          {words("debrief.print")}
        </button>
      </p>
    </div>
  );
}

/** `debrief` may lag behind the sheets by a moment: what is valued is by the sheets that it had. */
function Sections({
  debrief,
  sheets: opened,
  channels,
}: {
  readonly debrief: Debrief;
  readonly sheets: readonly PreferenceSheet[];
  readonly channels: readonly ChannelState[];
}) {
  const { agenda } = useRoom();
  const words = useWords();
  const sheets = useMemo(
    () => opened.filter(({ party }) => !debrief.missingSheets.includes(party)),
    [opened, debrief.missingSheets],
  );
  const movedAt = useMemo(() => {
    const motions = channels.flatMap((channel) => [...channel.motions.values()]);
    return motions.find(({ motion }) => motion === debrief.adopted?.motion)?.at;
  }, [channels, debrief.adopted]);
  const { left, best } = useWholeSearch(agenda, sheets, debrief.adopted, movedAt);
  const enough = enoughSheets(agenda, sheets);
  const tooFew = <p className="note">{words("debrief.two-sheets", { count: consentSheets(agenda, sheets) })}</p>;
  return (
    <>
      <section aria-labelledby="debrief-adopted">
        <h2 id="debrief-adopted">{words("debrief.adopted")}</h2>
        <AdoptedValues debrief={debrief} sheets={sheets} />
      </section>
      <section aria-labelledby="debrief-offers">
        <h2 id="debrief-offers">{words("debrief.offers")}</h2>
        <ValuePlots debrief={debrief} sheets={sheets} />
        <ConcessionTable debrief={debrief} sheets={sheets} />
      </section>
      <section aria-labelledby="debrief-left">
        <h2 id="debrief-left">{words("debrief.left")}</h2>
        {!debrief.adopted ? (
          <p className="note">{words("debrief.left.nothing-adopted")}</p>
        ) : enough ? (
          <LeftList near={debrief.leftOnTheTable} left={left} sheets={sheets} />
        ) : (
          tooFew
        )}
      </section>
      <section aria-labelledby="debrief-best">
        <h2 id="debrief-best">{words("debrief.best")}</h2>
        {enough ? <BestSettlements best={best} sheets={sheets} debrief={debrief} /> : tooFew}
      </section>
      <section aria-labelledby="debrief-notes">
        <h2 id="debrief-notes">{words("debrief.notes")}</h2>
        <ul>
          {debrief.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          <li>{words("debrief.notes.sees")}</li>
        </ul>
      </section>
    </>
  );
}
