import type {
  AttackThreshold,
  CriticalDelay,
  InspectionRate,
  JudgedVerdict,
  LeastCredibility,
  LeastDetection,
  ParameterReference,
  PrizeThreshold,
  Quantity,
} from "#durability";
import { type Inline, series } from "../../document/document.ts";
import { fixed, percent, written } from "../../words/format-number.ts";
import { type DurabilityVerdict, verdictNames } from "./verdict-names.ts";

/** Thresholds and chances to three figures: the judgements behind them are no finer. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return fixed(value, 0);
  const size = Math.abs(value);
  return written(Number(value.toPrecision(size >= 1000 ? 4 : 3)));
}

/** "0.2", "between 0.03 and 0.75", "not known: ...". What rests on a placeholder has no value at a point. */
export function quantityWords<T>(quantity: Quantity<T>, show: (value: T) => string): string {
  const { answer, stated, restsOn } = quantity;
  switch (answer.status) {
    case "exact":
      return show(answer.value);
    case "bounded": {
      const [low, high] = [show(answer.low), show(answer.high)];
      const range = low === high ? low : `between ${low} and ${high}`;
      return stated === undefined || restsOn.length > 0 ? range : `${show(stated)} (${range})`;
    }
    case "estimate":
      return show(answer.value);
    case "unknown":
      return `not known: ${answer.reason}`;
  }
}

/** "0.2", "some value between 0 and 0.8": after a word such as "above" or "by". */
export function someValue<T>(quantity: Quantity<T>, show: (value: T) => string): string {
  return quantityWords(quantity, show).replace(/^between /, "some value between ");
}

/** "of 0.2", "between 0 and 0.8": after a word such as "a chance". */
export function ofQuantity<T>(quantity: Quantity<T>, show: (value: T) => string): string {
  const words = quantityWords(quantity, show);
  return words.startsWith("between ") ? words : `of ${words}`;
}

export function prizeWords(prize: PrizeThreshold): string {
  switch (prize.kind) {
    case "prize":
      return figure(prize.value);
    case "any-prize-pays":
      return "any prize";
    case "no-prize-pays":
      return "no prize";
  }
}

export function attackThresholdWords(threshold: AttackThreshold): string {
  if (threshold.kind !== "threshold") return "none: a fight costs the attacker nothing";
  if (threshold.value <= 0) return `${figure(threshold.value)} (none is needed)`;
  return threshold.value > 1 ? `${figure(threshold.value)} (none is enough)` : figure(threshold.value);
}

export function delayWords(delay: CriticalDelay): string {
  switch (delay.kind) {
    case "none":
      return "any delay";
    case "zero":
      return "no delay at all";
    case "days":
      return `${figure(delay.value)} days`;
  }
}

export function inspectionRateWords(rate: InspectionRate): string {
  return rate.kind === "rate" ? figure(rate.value) : "more than always";
}

/** The detection at which inspection begins to deter; above 1 no detection does. */
export function deterringDetectionWords(detection: number): string {
  return detection > 1 ? "more than 1 (none is enough)" : figure(detection);
}

export function leastDetectionWords(least: LeastDetection): string {
  return least.kind === "detection" ? figure(least.value) : "more than 1 (none is enough)";
}

export function leastCredibilityWords(least: LeastCredibility): string {
  switch (least.kind) {
    case "none-needed":
      return "0 (none is needed)";
    case "credibility":
      return figure(least.value);
    case "none-suffices":
      return "more than 1 (none is enough)";
  }
}

export function verdictMark(verdict: DurabilityVerdict): Inline {
  return { kind: "verdict", ...verdictNames[verdict] };
}

/** The verdict, or that it is open and between which; with the shares of draws where they were counted. */
export function judgedVerdictText(judged: JudgedVerdict<DurabilityVerdict>): readonly Inline[] {
  switch (judged.status) {
    case "decided":
      return [verdictMark(judged.verdict)];
    case "open":
      return [{ kind: "verdict", is: "open", text: "open" }, ": ", ...(alongOne(judged) ?? either(judged.possible))];
    case "unknown":
      return [{ kind: "verdict", is: "open", text: "not known" }, `: ${judged.reason}`];
  }
}

/** Where one placeholder alone decides: "deterred up to 100, hollow guarantee above (the prize of an attack)". */
function alongOne({
  turns,
  restsOn,
}: Extract<JudgedVerdict<DurabilityVerdict>, { status: "open" }>): readonly Inline[] | undefined {
  const [turn] = turns.filter(({ parameter }) => parameter.placeholder);
  if (restsOn.length !== 1 || !turn || turn.flips.length === 0) return undefined;
  const spans = turn.flips.map(({ at, below }) => `${verdictNames[below].text} up to ${figure(at)}`);
  const last = verdictNames[turn.flips.at(-1)!.above].text; // there is at least one
  return [`${[...spans, `${last} above`].join(", ")} (${turn.parameter.name})`];
}

function either(possible: readonly DurabilityVerdict[]): readonly Inline[] {
  return series(
    possible.map((one) => verdictNames[one].text),
    "or",
  );
}

/**
 * "Share of 1,000 draws: deterred 61.2 %, hollow guarantee 38.8 %." Of a decided verdict only: where a placeholder decides,
 * the shares would be those of a range that nobody judged, and could be taken for how likely a verdict is.
 */
export function sharesText(judged: JudgedVerdict<DurabilityVerdict>, of?: string): string | undefined {
  if (judged.status !== "decided") return undefined;
  const seen = (judged.shares ?? []).filter(({ share }) => share > 0);
  const [first] = seen;
  if (!first) return undefined;
  const list = seen
    .toSorted((one, other) => other.share - one.share)
    .map(({ verdict, share }) => `${verdictNames[verdict].text} ${percent(share)}`)
    .join(", ");
  return `${of === undefined ? "Share" : `${of}, share`} of ${fixed(first.n, 0)} draws: ${list}.`;
}

/** The placeholders by name, each once. */
export function placeholderNames(references: readonly ParameterReference[]): readonly Inline[] {
  return series([...new Set(references.map(({ name }) => name))]);
}

/** "it rests on the prize of an attack, which nobody judged": more than three are counted, as a table lists them. */
export function restsOnWords(references: readonly ParameterReference[]): readonly Inline[] {
  const names = new Set(references.map(({ name }) => name));
  if (names.size > 3) return [`it rests on ${names.size} numbers that nobody judged`];
  return ["it rests on ", ...placeholderNames(references), ", which nobody judged"];
}
