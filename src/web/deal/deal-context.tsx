import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useState,
} from "react";
import type { AnalysisOptions } from "#analysis";
import type { DealAnswer, PackageVerdicts } from "#compute/browser";
import type { Scenario } from "#model";
import { type Names, namesOf } from "#report";
import { useRecords } from "../shelf/shelf-context.tsx";
import { useDealAnswer } from "./deal-answer.ts";
import { keepWorkbench, keptWorkbench } from "./kept-workbench.ts";
import { savedPackages } from "./saved-packages.ts";
import { assume } from "./what-if.ts";
import { type Action, type Workbench, work } from "./workbench.ts";

/** One scenario in this tab: as written, as assumed, what the engine says of it, and what the reader does with it. */
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
  /** What the packages are worth, there before the answer. Belongs to `scenario` unless `stale`. */
  readonly verdicts?: PackageVerdicts;
  /** The last answer. Belongs to `scenario` unless `stale`. */
  readonly answer?: DealAnswer;
  /** The answer is of assumptions before the last change; the next one is being computed. */
  readonly stale: boolean;
  readonly bench: Workbench;
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
  | { readonly state: "done" }
  | { readonly state: "failed"; readonly why: string };

export type OpenScenario = Pick<Deal, "key" | "own" | "files" | "written">;

const Context = createContext<Deal | undefined>(undefined);
// by itself: progress is told several times a second, and nothing but its own line follows it
const AskingContext = createContext<Asking>({ state: "done" });

export function DealProvider({ open, children }: { readonly open: OpenScenario; readonly children: ReactNode }) {
  const [bench, act] = useReducer(work, open, keptWorkbench);
  useEffect(() => keepWorkbench(open.key, bench), [open.key, bench]);
  const saved = useRecords("package", useState({ scenario: open.key })[0]);
  const withSaved = useMemo(() => savedPackages(open.written, saved), [open.written, saved]);
  const { scenario, options } = useMemo(() => assume(withSaved, bench.whatIf), [withSaved, bench.whatIf]);
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const { answered, asking } = useDealAnswer(scenario, options);
  const deal = useMemo(
    () => ({ ...open, scenario, options, names, ...answered, bench, act }),
    [open, scenario, options, names, answered, bench],
  );
  return (
    <Context value={deal}>
      <AskingContext value={asking}>{children}</AskingContext>
    </Context>
  );
}

export function useDeal(): Deal {
  const deal = useContext(Context);
  if (!deal) throw new Error("useDeal needs a DealProvider above it.");
  return deal;
}

/** What the engine is doing about the deal now. */
export function useDealAsking(): Asking {
  return useContext(AskingContext);
}
