import { useEffect, useState } from "react";
import type { AnalysisOptions, Robustness } from "#analysis";
import type { DealAnswer } from "#compute/browser";
import { percent, signedPoints } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { Printable, usePrinting } from "../../open/printing.tsx";
import { Unprinted } from "../../open/unprinted.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { useAsking } from "./asking.ts";
import { useNear } from "./near.ts";
import { PackageShares } from "./package-shares.tsx";
import { RobustSettlements } from "./robust-settlements.tsx";
import { Running } from "./running.tsx";
import { intervalWords } from "./share-track.tsx";
import { solutionCandidates } from "./solution-candidates.ts";
import { WhatMatters } from "./what-matters.tsx";
import "./sure.css";

const drawsAtFirst = 1_000;
const manyDraws = 10_000;

/** How much of the answer rests on the judgements: drawn when the section is first come near to, later on demand. */
export function Sure() {
  const { scenario, options, answer, stale, refining, names } = useDeal();
  const words = useWords();
  const { preparing } = usePrinting();
  const { ref, near } = useNear<HTMLElement>(preparing);
  const { known, running, failed, ask, finish } = useAsking("robustness");
  const [basis, setBasis] = useState<Basis>();
  const start = (draws: number) => {
    if (!answer) return;
    setBasis({ options, draws, ...(refining ? {} : { answer }) });
    ask({ scenario, options, draws, candidates: solutionCandidates(answer.analysis.solutions) });
  };
  const ready = near && answer !== undefined && !stale && names.judged.length > 0;
  useEffect(() => {
    if (ready && !basis) start(drawsAtFirst);
  }, [ready, basis]);
  // settlements are judged when all that there will be are listed
  const refined = basis && !basis.answer && basis.options === options && answer && !stale && !refining;
  useEffect(() => {
    if (refined) setBasis({ ...basis, answer });
  }, [refined, basis, answer]);
  const old = known !== undefined && (known.input.options !== options || known.input.scenario !== scenario);
  // paper cannot be told to compute again
  const again = preparing && ready && old && !running && !failed;
  useEffect(() => {
    if (again) start(drawsAtFirst);
  }, [again]);
  const unjudged = names.judged.length === 0;
  const whole = known !== undefined && !old && !running && (known.answer.draws === 0 || basis?.answer !== undefined);
  return (
    <section id="sure" className="sure" ref={ref} aria-busy={running !== undefined}>
      <h2>{words("frame.deal.sure")}</h2>
      {unjudged ? <p>{words("sure.unjudged")}</p> : null}
      <Printable finished={unjudged || whole || failed !== undefined} />
      {unjudged || known || failed ? null : <Unprinted />}
      {known ? <Verdict robustness={known.answer} /> : null}
      <p className="note">{words("sure.lead")}</p>
      {failed ? <p>{words("sure.failed", { why: failed })}</p> : null}
      {running && basis ? (
        <Running done={running.done} of={running.of ?? basis.draws} onStop={finish} />
      ) : (
        <div className="row" aria-live="polite">
          {old ? <span className="badge badge-warning">{words("sure.stale")}</span> : null}
          {known || failed ? (
            <button
              type="button"
              disabled={stale || !answer}
              onClick={() => start(drawsAtFirst)}
              hidden={!old && !failed}
            >
              {words("sure.again")}
            </button>
          ) : null}
          {known && known.answer.draws < manyDraws ? (
            <button type="button" disabled={stale || !answer} onClick={() => start(manyDraws)}>
              {words("sure.more", { draws: manyDraws })}
            </button>
          ) : null}
          {known || failed || unjudged ? null : <span className="note screen-only">{words("sure.waiting")}</span>}
        </div>
      )}
      {known && known.answer.draws > 0 ? (
        <>
          <PackageShares packages={known.answer.packages} />
          <WhatMatters matters={known.answer.matters} />
          {basis && !basis.answer && basis.options === options ? (
            <div className="sure-block">
              <h3>{words("sure.robust")}</h3>
              <Unprinted />
              <p className="note screen-only">{words("sure.robust.refining")}</p>
            </div>
          ) : null}
          {basis?.answer && !running ? (
            <RobustSettlements answer={basis.answer} draws={Math.min(known.answer.draws, drawsAtFirst)} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** What the draws were asked of; the answer is there when its frontier is refined. */
type Basis = { readonly options: AnalysisOptions; readonly draws: number; readonly answer?: DealAnswer };

function Verdict({ robustness: { zone, draws, seed, room } }: { readonly robustness: Robustness }) {
  const words = useWords();
  if (draws === 0) return <p>{words("sure.none")}</p>;
  const known = [room.low, room.median, room.high].every(Number.isFinite);
  return (
    <>
      <p>
        <strong>{words("sure.answer", { share: percent(zone.share), draws, interval: intervalWords(zone) })}</strong>
        {known
          ? ` ${words("sure.room", {
              median: signedPoints(room.median),
              low: signedPoints(room.low),
              high: signedPoints(room.high),
            })}`
          : null}
      </p>
      <p className="note">
        {words("sure.method", { draws, seed })}{" "}
        <ShowEvidence of={{ kind: "answer", part: "robustness" }}>{words("sure.how")}</ShowEvidence>
      </p>
    </>
  );
}
