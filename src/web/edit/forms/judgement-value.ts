import type { YamlValue } from "#language";
import { child, listOf } from "./read-value.ts";

/** The three numbers of a judgement as they are written; empty where none is. */
export type Written = { readonly low: string; readonly mid: string; readonly high: string };

export function readJudgement(value: YamlValue | undefined): Written {
  const list = listOf(value);
  if (list) return { low: written(list[0]), mid: "", high: written(list[1]) };
  if (value instanceof Map)
    return {
      low: written(child(value, "low")),
      mid: written(child(value, "mid")),
      high: written(child(value, "high")),
    };
  return { low: "", mid: written(value), high: "" };
}

/**
 * The shortest way to write it: a number, `[low, high]`, or a map. What is no number stays a text, for the language to
 * say so. Undefined when nothing is left.
 */
export function writeJudgement({ low, mid, high }: Written): YamlValue | undefined {
  if (low === "" && high === "") return mid === "" ? undefined : numberOrText(mid);
  if (mid === "" && low !== "" && high !== "") return [numberOrText(low), numberOrText(high)];
  const parts = [
    ["low", low],
    ["mid", mid],
    ["high", high],
  ] as const;
  return new Map(parts.flatMap(([key, text]) => (text === "" ? [] : [[key, numberOrText(text)] as const])));
}

export function numberOrText(text: string): YamlValue {
  const trimmed = text.trim().replace(/^([+-]?\d+),(\d+)$/, "$1.$2"); // a comma is a point on many keyboards
  const number = Number(trimmed);
  return trimmed !== "" && Number.isFinite(number) ? number : text;
}

function written(value: YamlValue | undefined): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}
