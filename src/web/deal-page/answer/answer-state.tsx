import { useIntl } from "react-intl";
import type { Analysis } from "#analysis";
import { budgetMs } from "../../deal/deal-answer.ts";
import { useDeal, useDealAsking } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { notExact } from "./not-exact.ts";

/** Whether what is said above holds for what is assumed now, and what the engine is doing about it. */
export function AnswerState() {
  const { answer, stale } = useDeal();
  const asking = useDealAsking();
  const words = useWords();
  const intl = useIntl();
  const working = asking.state === "asking" || asking.state === "refining";
  const old = stale && answer !== undefined;
  const name = working ? asking.phase || words("deal.state.start") : "";
  /** What ended it, and which parts that left less than exact. */
  const endedWords = (analysis: Analysis, stopped: boolean): string => {
    const parts = notExact(analysis).map(({ part, status }) => words(`deal.left.${status}`, { part }));
    return words("deal.state.ended", {
      by: stopped ? words("deal.state.stopped") : words("deal.state.limit", { seconds: budgetMs / 1000 }),
      parts: intl.formatList([...parts, words("deal.left.exact", { parts: parts.length })], { type: "unit" }),
    });
  };
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
        <span>{answer.ended ? endedWords(answer.analysis, asking.stopped ?? false) : words("deal.state.done")}</span>
      ) : null}
    </div>
  );
}
