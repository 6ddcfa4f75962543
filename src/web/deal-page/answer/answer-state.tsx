import { useDeal, useDealAsking } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";

/** Whether what is said above holds for what is assumed now, and what the engine is doing about it. */
export function AnswerState() {
  const { answer, stale } = useDeal();
  const asking = useDealAsking();
  const words = useWords();
  const working = asking.state === "asking" || asking.state === "refining";
  const old = stale && answer !== undefined;
  const name = working ? asking.phase || words("deal.state.start") : "";
  return (
    <div className="answer-state">
      {old ? <strong className="answer-old">{words("deal.state.old")}</strong> : null}
      {asking.state === "failed" ? (
        <span>
          <span className="verdict verdict-no">{words("deal.state.failed")}</span> {asking.why}
        </span>
      ) : null}
      {working ? (
        <>
          <span>
            {words(
              asking.state === "refining"
                ? asking.of === undefined
                  ? "deal.state.refining"
                  : "deal.state.refining.of"
                : asking.of === undefined
                  ? "deal.state.asking"
                  : "deal.state.asking.of",
              { phase: name, done: asking.done, of: asking.of ?? 0 },
            )}
          </span>
          {asking.of === undefined ? null : (
            <progress value={asking.done} max={asking.of} aria-label={words("deal.state.progress")} />
          )}
          <button type="button" onClick={asking.finish}>
            {words("frame.stop")}
          </button>
        </>
      ) : asking.state === "done" && answer ? (
        <span>{words(answer.ended ? "deal.state.ended" : "deal.state.done")}</span>
      ) : null}
    </div>
  );
}
