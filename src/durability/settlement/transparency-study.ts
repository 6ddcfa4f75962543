import type { Agenda, Choices, IssueId, LimitParameter, MonitoredLimit, OptionId } from "#model";
import { leastDetection } from "../compliance/repeated-compliance.ts";
import { type TransparencyVerdict, transparencyOf } from "../compliance/transparency-window.ts";
import type { TransparencyLevel, TransparencyReport } from "./durability-report.ts";
import type { CasePlaces, Frame, Missing, Slot } from "./frame.ts";
import { judgeVerdict } from "./judge-verdict.ts";
import { detectionKey, type LimitFrame, type LimitPoint, leastDetectionNeeds, limitFrame } from "./limit-questions.ts";
import type { VerdictQuestion } from "./possible-verdicts.ts";
import { numberOf, quantityOf } from "./quantity-of.ts";
import type { Study } from "./study.ts";
import { verdictTally } from "./tally.ts";

type Level = { readonly issue: IssueId; readonly option: OptionId; readonly frame: LimitFrame };

const needs = ["detection", ...leastDetectionNeeds, "exposure", "exposureTolerance"];

/** Transparency against security, over the monitoring that could be chosen. */
export function transparencyStudy(
  limit: MonitoredLimit,
  agenda: Agenda,
  choices: Choices,
  places: CasePlaces,
  own: LimitFrame,
): Study<TransparencyReport> {
  const levels = monitoringOptions(limit, agenda).map(({ issue, option }): Level => {
    return { issue, option, frame: limitFrame(limit, { ...choices, [issue]: option }, places) };
  });
  const asked = levels.map(({ frame }) => levelVerdict(frame));
  const tallies = asked.map(verdictTally);
  const window = windowQuestion(levels.length > 0 ? levels : [{ frame: own }]);
  const windows = verdictTally(window);
  return {
    frames: [...levels.map(({ frame }) => frame), window.frame],
    observe: () => {
      for (const tally of tallies) tally.observe();
      windows.observe();
    },
    report: (n, seed) => ({
      verdict: judgeVerdict(window, windows.result(n, seed)),
      levels: levels.map(({ issue, option, frame }, place): TransparencyLevel => {
        const number = (id: LimitParameter) => numberOf({ frame, needs: [id], at: (point: LimitPoint) => point[id] });
        return {
          ...{ issue, option, chosen: choices[issue] === option },
          detection: number("detection"),
          detectionNeeded: quantityOf({ frame, needs: leastDetectionNeeds, at: neededAt }, detectionKey),
          exposure: number("exposure"),
          tolerance: number("exposureTolerance"),
          // one question and one tally for each level
          verdict: judgeVerdict(asked[place]!, tallies[place]!.result(n, seed)),
        };
      }),
    }),
  };
}

function neededAt(point: LimitPoint) {
  return leastDetection(point, point.suspensionPeriods);
}

/** Seeing enough and showing too much rest on different quantities, so corners show every combination. */
function levelVerdict(frame: LimitFrame): VerdictQuestion<LimitParameter, TransparencyVerdict> {
  return {
    frame,
    needs,
    at: (point) => transparencyOf(point, neededAt(point), point.exposureTolerance),
    verdicts: ["works", "sees-too-little", "shows-too-much", "both"],
    form: "corners",
  };
}

/** The levels as one model: a case that several of them take is one quantity. */
function windowQuestion(
  compared: readonly { readonly frame: LimitFrame; readonly option?: OptionId }[],
): VerdictQuestion<string, "window" | "empty"> {
  const takers = new Map<string, { readonly slot: Slot<LimitParameter>; readonly options: OptionId[] }>();
  const missing = new Map<string, Missing>();
  for (const { frame, option } of compared) {
    for (const slot of frame.slots) {
      const field = String(slot.key);
      const taken = takers.get(field) ?? { slot, options: [] };
      takers.set(field, taken);
      if (option !== undefined) taken.options.push(option);
    }
    for (const [id, reason] of frame.missing) if (!missing.has(id)) missing.set(id, reason);
  }
  const slots = [...takers].map(([field, { slot, options }]): Slot<string> => {
    const some = options.length > 0 && options.length < compared.length;
    return { ...slot, field, reference: some ? { ...slot.reference, options } : slot.reference };
  });
  const levels = compared.map(({ frame }) => ({ frame, verdict: levelVerdict(frame) }));
  const merged: Frame<string> = { slots, missing, point: {}, settle: () => {} };
  return {
    frame: merged,
    needs,
    at: (point) => {
      const works = levels.some(({ frame, verdict }) => {
        for (const { field, key } of frame.slots) frame.point[field] = point[String(key)]!; // every slot is in the merged
        frame.settle(frame.point);
        return verdict.at(frame.point) === "works";
      });
      return works ? "window" : "empty";
    },
    verdicts: ["window", "empty"],
    form: "corners",
  };
}

/** The options of the issues that decide the chance of detection, but for those that decide whether there is a limit. */
function monitoringOptions(
  { when, parameters }: MonitoredLimit,
  { issues }: Agenda,
): readonly { readonly issue: IssueId; readonly option: OptionId }[] {
  const named = new Set((parameters.detection?.cases ?? []).flatMap((one) => one.when.map(({ issue }) => issue)));
  for (const { issue } of when) named.delete(issue);
  return issues
    .filter(({ id }) => named.has(id))
    .flatMap(({ id, options }) => options.map((option) => ({ issue: id, option: option.id })));
}
