import { useRef } from "react";
import type { Choice, Improvement, Question } from "#elicitation";
import { randomUuid } from "../../shelf/random-uuid.ts";
import { useWords } from "../../words/words.tsx";
import { withStatement } from "../draft-changes.ts";
import { SaidList } from "../said-list.tsx";
import { shareWords } from "../share-words.ts";
import { useSheet } from "../sheet-context.ts";

/** Pairwise questions, each chosen so that its answer tells the most. */
export function SharpenStep() {
  const words = useWords();
  const { session, thinking } = useSheet();
  const answers = session.draft.statements.filter(({ kind }) => kind === "choice");
  const { thoughts } = thinking;
  const known = thoughts?.known;
  return (
    <>
      <p className="prepare-lead">{words("prepare.sharpen.lead")}</p>
      {thoughts?.consistency.kind === "contradictory" ? (
        <p className="note">{words("prepare.sharpen.wait")}</p>
      ) : known?.question ? (
        <Asked question={known.question} />
      ) : known?.noQuestion ? (
        <p>{words(`prepare.sharpen.none.${known.noQuestion}`)}</p>
      ) : (
        <p>{words("prepare.status.thinking")}</p>
      )}
      <p className="prepare-openness">
        <span>{words("prepare.sharpen.answered", { count: answers.length })}</span>
        {known && session.draft.statements.length > 0 ? (
          <span className="prepare-still-open">
            {words("prepare.sharpen.openness")}
            <span className="prepare-meter" aria-hidden="true">
              <span className="prepare-meter-fill" style={{ inlineSize: `${known.openness * 100}%` }} />
            </span>
            <data value={known.openness}>{shareWords(known.openness)}</data>
          </span>
        ) : null}
      </p>
      <SaidList title={words("prepare.sharpen.said")} said={answers} />
    </>
  );
}

function Asked({ question }: { readonly question: Question }) {
  const words = useWords();
  const { session, names, skipQuestion, thinking } = useSheet();
  const heading = useRef<HTMLHeadingElement>(null);
  const { first, second, improvements, gain } = question;
  const waiting = thinking.state === "thinking"; // the next question is on its way: this one is answered
  const answered = (answer: Choice["answer"]) => {
    if (waiting) return;
    const said: Choice = { id: `choice ${randomUuid()}`, kind: "choice", first, second, answer };
    session.change(withStatement(session.draft, said));
    heading.current?.focus();
  };
  const to = ({ issue, to: better }: Improvement) => `${names.issue(issue)}: ${names.option(issue, better)}`;
  return (
    <section aria-labelledby="prepare-question-title" aria-busy={waiting}>
      <h3 id="prepare-question-title" ref={heading} tabIndex={-1}>
        {words("prepare.sharpen.question")}
      </h3>
      <p role="status" className="unseen">
        {words("prepare.sharpen.live", { first: to(improvements[0]), second: to(improvements[1]) })}
      </p>
      <div className="prepare-cards">
        {improvements.map((improvement, at) => (
          <button
            key={`${improvement.issue} ${improvement.from} ${improvement.to}`}
            type="button"
            className="prepare-card"
            aria-disabled={waiting}
            onClick={() => answered(at === 0 ? "first" : "second")}
          >
            <span className="prepare-card-which">
              {words(at === 0 ? "prepare.sharpen.left" : "prepare.sharpen.right")}
            </span>
            <span className="prepare-card-issue">
              <bdi>{names.issue(improvement.issue)}</bdi>
            </span>
            <span className="prepare-card-to">
              <bdi>{names.option(improvement.issue, improvement.to)}</bdi>
            </span>
            <span className="prepare-card-from">
              {words("prepare.sharpen.from")} <bdi>{names.option(improvement.issue, improvement.from)}</bdi>
            </span>
          </button>
        ))}
      </div>
      <p className="row screen-only">
        <button type="button" aria-disabled={waiting} onClick={() => answered("indifferent")}>
          {words("prepare.sharpen.same")}
        </button>
        <button
          type="button"
          className="quiet"
          aria-disabled={waiting}
          onClick={() => {
            if (waiting) return;
            skipQuestion([first, second]);
            heading.current?.focus();
          }}
        >
          {words("prepare.sharpen.skip")}
        </button>
        <span className="small soft">{words("prepare.sharpen.gain", { gain: shareWords(gain) })}</span>
      </p>
    </section>
  );
}
