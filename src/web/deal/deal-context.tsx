import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useReducer,
} from "react";
import type { AnalysisOptions, EarlyAnswer } from "#analysis";
import type { DealAnswer } from "#compute/browser";
import type { PackageId, Scenario } from "#model";
import { type Names, namesOf } from "#report";
import { useDealAnswer } from "./deal-answer.ts";
import type { Draft, DraftHistory } from "./draft.ts";
import { keepWorkbench, keptWorkbench } from "./kept-workbench.ts";
import { savedPackages } from "./saved-packages.ts";
import { useSavedPackages } from "./use-saved-packages.ts";
import { packageVerdicts, type Verdicts } from "./verdicts.ts";
import { assume, type WhatIf } from "./what-if.ts";
import { type Action, type Workbench, work } from "./workbench.ts";

/** One scenario in this tab: as written, as assumed, and what the engine says of it. */
export type Deal = {
  /** The scenario's key in the address: "ukraine-2025", "textbook~no-deal", "own-...". */
  readonly key: string;
  /** Whether it is the reader's own, which can be edited in place; a shipped one is copied first. */
  readonly own: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** As written in its files. */
  readonly written: Scenario;
  /** With the reader's saved packages and assumptions: what everything on the page is computed from. */
  readonly scenario: Scenario;
  readonly options: AnalysisOptions;
  readonly names: Names;
  /** What the packages are worth. Always of `scenario`. */
  readonly verdicts: Verdicts;
  /** The last answer. Belongs to `scenario` unless `stale`. */
  readonly answer?: DealAnswer;
  /** What is proved already of the answer to `scenario`, while that is being computed. */
  readonly early?: EarlyAnswer;
  /** The answer is of assumptions before the last change; the next one is being computed. */
  readonly stale: boolean;
  /** The answer has the coarse frontier that is there at once; a finer one is being computed. */
  readonly refining: boolean;
  readonly act: Dispatch<Action>;
};

export type Asking =
  | {
      readonly state: "asking" | "refining";
      readonly phase: string;
      readonly done: number;
      readonly of?: number;
      readonly finish: () => void;
    }
  /** `stopped`: the reader ended the refinement; else its limit did, where the answer says that it was ended. */
  | { readonly state: "done"; readonly stopped?: boolean }
  | { readonly state: "failed"; readonly why: string };

export type OpenScenario = Pick<Deal, "key" | "own" | "files" | "written">;

const DealContext = createContext<Deal | undefined>(undefined);
// each by itself, so that a click in the composer draws the composer anew and not every chart and table
const ActContext = createContext<Dispatch<Action> | undefined>(undefined);
const DraftContext = createContext<DraftHistory | undefined>(undefined);
const WhatIfContext = createContext<WhatIf | undefined>(undefined);
const NumbersContext = createContext<Workbench["numbers"] | undefined>(undefined);
const SubjectContext = createContext<PackageId | undefined>(undefined);
const InspectorContext = createContext<Workbench["inspector"] | undefined>(undefined);
// progress is told several times a second, and nothing but its own line follows it
const AskingContext = createContext<Asking>({ state: "done" });

export function DealProvider({ open, children }: { readonly open: OpenScenario; readonly children: ReactNode }) {
  const [bench, act] = useReducer(work, open, keptWorkbench);
  useEffect(() => keepWorkbench(open.key, bench), [open.key, bench]);
  const saved = useSavedPackages(open.key);
  const withSaved = useMemo(() => savedPackages(open.written, saved ?? []), [open.written, saved]);
  const { scenario, options } = useMemo(() => assume(withSaved, bench.whatIf), [withSaved, bench.whatIf]);
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const verdicts = useMemo(() => packageVerdicts(scenario, options), [scenario, options]);
  // not before the saved packages are known: the question would be asked twice
  const { answered, asking } = useDealAnswer(scenario, options, saved !== undefined);
  const deal = useMemo(
    (): Deal => ({ ...open, scenario, options, names, verdicts, ...answered, act }),
    [open, scenario, options, names, verdicts, answered],
  );
  return (
    <ActContext value={act}>
      <InspectorContext value={bench.inspector}>
        <SubjectContext value={bench.subject}>
          <WhatIfContext value={bench.whatIf}>
            <NumbersContext value={bench.numbers}>
              <DraftContext value={bench.draft}>
                <DealContext value={deal}>
                  <AskingContext value={asking}>{children}</AskingContext>
                </DealContext>
              </DraftContext>
            </NumbersContext>
          </WhatIfContext>
        </SubjectContext>
      </InspectorContext>
    </ActContext>
  );
}

/**
 * What is below it follows a change of the deal a moment later than the rest of the page, when nothing more urgent waits:
 * the charts and long tables, so that the answer and the slider in the reader's hand do not wait for them.
 */
export function FollowingDeal({ children }: { readonly children: ReactNode }) {
  return <DealContext value={useDeferredValue(useDeal())}>{children}</DealContext>;
}

/** The scenario and its answer: changes with an assumption, a saved package or a new answer. */
export function useDeal(): Deal {
  return below(useContext(DealContext));
}

/** Never changes. */
export function useAct(): Dispatch<Action> {
  return below(useContext(ActContext));
}

/** The package in the composer. */
export function useDraft(): Draft {
  return useDraftHistory().present;
}

export function useDraftHistory(): DraftHistory {
  return below(useContext(DraftContext));
}

/** What is assumed otherwise than the scenario says. */
export function useWhatIf(): WhatIf {
  return below(useContext(WhatIfContext));
}

/** Numbers of the time after signature that are assumed. */
export function useNumbers(): Workbench["numbers"] {
  return below(useContext(NumbersContext));
}

/** The package that was chosen to be looked at; see `subjectPackage` for which one is meant when none was. */
export function useChosenSubject(): PackageId | undefined {
  return useContext(SubjectContext);
}

export function useInspector(): Workbench["inspector"] {
  return below(useContext(InspectorContext));
}

function below<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is no DealProvider above it.");
  return value;
}

/** What the engine is doing about the deal now. */
export function useDealAsking(): Asking {
  return useContext(AskingContext);
}
