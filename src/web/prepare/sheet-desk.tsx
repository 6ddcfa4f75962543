import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Choices, IssueId } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { PartyName } from "../parts/party-name.tsx";
import type { SheetRecord } from "../shelf/shelf.ts";
import { type MessageId, useWords } from "../words/words.tsx";
import { agendaNames } from "./agenda-names.ts";
import { hashOf, type Place } from "./place-in-address.ts";
import { type OpenSheet, SheetContext } from "./sheet-context.ts";
import { SheetStatus } from "./sheet-status.tsx";
import { StepList } from "./step-list.tsx";
import { type Step, stepStates, steps } from "./step-states.ts";
import { LinesStep } from "./steps/lines-step.tsx";
import { MattersStep } from "./steps/matters-step.tsx";
import { NoDealStep } from "./steps/no-deal-step.tsx";
import { OptionsStep } from "./steps/options-step.tsx";
import { OutStep } from "./steps/out-step.tsx";
import { SharpenStep } from "./steps/sharpen-step.tsx";
import { UncertaintyStep } from "./steps/uncertainty-step.tsx";
import { useSheetSession } from "./use-sheet-session.ts";
import { useThoughts } from "./use-thoughts.ts";

const pages: Readonly<Record<Step, () => React.JSX.Element>> = {
  matters: MattersStep,
  options: OptionsStep,
  lines: LinesStep,
  "no-deal": NoDealStep,
  sharpen: SharpenStep,
  uncertainty: UncertaintyStep,
  out: OutStep,
};

/** One sheet in the making: its steps, what stands in contradiction, and the step at hand. */
export function SheetDesk({ record, place }: { readonly record: SheetRecord; readonly place: Place }) {
  const words = useWords();
  const navigate = useNavigate();
  const { key, written } = useDeal();
  const { agenda, packages } = written;
  const session = useSheetSession(record);
  const { draft } = session;
  const [skippedQuestions, setSkippedQuestions] = useState<readonly (readonly [Choices, Choices])[]>([]);
  const [skippedSettlements, setSkippedSettlements] = useState<readonly Choices[]>([]);
  const thinking = useThoughts({ agenda, packages, draft, skippedQuestions, skippedSettlements });
  const goTo = useCallback(
    (step: Step, issue?: IssueId) =>
      void navigate({
        to: "/s/$key/prepare",
        params: { key },
        hash: hashOf({ sheet: record.id, step, ...(issue === undefined ? {} : { issue }) }),
      }),
    [navigate, key, record.id],
  );
  const states = useMemo(() => stepStates(agenda, draft, thinking.thoughts), [agenda, draft, thinking.thoughts]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(place.step);
  useEffect(() => {
    if (shown.current === place.step) return;
    shown.current = place.step;
    heading.current?.focus();
  }, [place.step]);
  const open: OpenSheet = useMemo(
    () => ({
      session,
      thinking,
      agenda,
      packages,
      names: agendaNames(agenda),
      goTo,
      openCopy: (sheet) =>
        void navigate({ to: "/s/$key/prepare", params: { key }, hash: hashOf({ sheet, step: place.step }) }),
      issue: agenda.issues.find(({ id }) => id === place.issue)?.id ?? agenda.issues[0]!.id,
      skipQuestion: (pair) => setSkippedQuestions((before) => [...before, pair]),
      skipSettlement: (settlement) => setSkippedSettlements((before) => [...before, settlement]),
    }),
    [session, thinking, agenda, packages, goTo, navigate, key, place.step, place.issue],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z" || isText(event.target))
      return;
    event.preventDefault();
    if (event.shiftKey) session.redo?.();
    else session.undo?.();
  };
  const Page = pages[place.step];
  const at = steps.indexOf(place.step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  const title = (step: Step) => words(`prepare.step.${step}` satisfies MessageId);
  return (
    <SheetContext value={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for undo, wherever in the sheet the focus is */}
      <div className="prepare-desk" onKeyDown={onKeyDown}>
        <header className="prepare-head">
          <h1>
            <bdi>{session.written.name}</bdi>
          </h1>
          <p className="prepare-about">
            <PartyName party={draft.party} /> · {words(draft.kind === "own" ? "frame.own" : "frame.estimate")} ·{" "}
            <bdi>{draft.author}</bdi> ·{" "}
            <button
              type="button"
              className="quiet prepare-inline"
              onClick={() => void navigate({ to: "/s/$key/prepare", params: { key }, hash: "" })}
            >
              {words("prepare.back")}
            </button>
          </p>
        </header>
        <StepList states={states} at={place.step} title={title} />
        <SheetStatus />
        <section className="prepare-step" aria-labelledby="prepare-step-title">
          <h2 id="prepare-step-title" ref={heading} tabIndex={-1}>
            <span className="prepare-number">{at + 1}</span> {title(place.step)}
          </h2>
          <Page key={place.step} />
        </section>
        <div className="prepare-onward row screen-only">
          {before ? (
            <button type="button" onClick={() => goTo(before)}>
              {words("prepare.step.previous", { step: title(before) })}
            </button>
          ) : null}
          {after ? (
            <button type="button" className="primary" onClick={() => goTo(after)}>
              {words("prepare.step.next", { step: title(after) })}
            </button>
          ) : null}
        </div>
      </div>
    </SheetContext>
  );
}

/** A field of text takes back its own letters. */
function isText(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
}
