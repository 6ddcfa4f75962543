import { useWords } from "../words/words.tsx";
import { shareWords } from "./share-words.ts";
import { useSheet } from "./sheet-context.ts";
import { type Step, type StepState, steps } from "./step-states.ts";

/** All steps, each one click away at any time, each with how far it is. */
export function StepList({
  states,
  at,
  title,
}: {
  readonly states: Readonly<Record<Step, StepState>>;
  readonly at: Step;
  readonly title: (step: Step) => string;
}) {
  const words = useWords();
  const { goTo, thinking, session } = useSheet();
  const openness = thinking.thoughts?.known?.openness;
  const stateOf = (step: Step): string | undefined => {
    const { state, contradicted, done, of } = states[step];
    if (contradicted) return words("prepare.state.contradicted");
    switch (step) {
      case "lines":
        return words("prepare.state.lines", { count: done });
      case "sharpen":
        return state === "done" && done === 0
          ? words("prepare.state.done")
          : words("prepare.state.answered", { count: done });
      case "no-deal":
        return words(state === "done" ? "prepare.state.done" : "prepare.state.open");
      case "uncertainty":
        return openness === undefined || session.draft.statements.length === 0
          ? undefined
          : words("prepare.state.openness", { share: shareWords(openness) });
      case "out":
        return undefined;
      default:
        return state === "begun"
          ? words("prepare.state.begun", { done, of: of ?? done })
          : words(`prepare.state.${state}`);
    }
  };
  return (
    <nav className="prepare-steps screen-only" aria-label={words("prepare.steps")}>
      <ol>
        {steps.map((step, index) => {
          const { state, contradicted } = states[step];
          const said = stateOf(step);
          return (
            <li key={step} data-state={contradicted ? "contradicted" : state}>
              <button type="button" aria-current={step === at ? "step" : undefined} onClick={() => goTo(step)}>
                <span className="prepare-number" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="prepare-step-name">{title(step)}</span>
                {said ? <small>{said}</small> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
