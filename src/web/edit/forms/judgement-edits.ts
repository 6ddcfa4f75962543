import type { YamlEdit, YamlValue } from "#language";
import { evidenceKeys } from "./evidence-keys.ts";
import { type Written, writeJudgement } from "./judgement-value.ts";
import type { Part } from "./read-value.ts";

/** Evidence that stands beside the numbers stays there. */
export function judgementEdits(of: Part, written: Written): readonly YamlEdit[] {
  const value = writeJudgement(written);
  if (value === undefined) return [{ kind: "remove", path: of.path }];
  const { value: before } = of;
  const beside =
    before instanceof Map ? [...before].filter(([key]) => (evidenceKeys as readonly string[]).includes(key)) : [];
  if (beside.length === 0) return [{ kind: "set", path: of.path, value }];
  const numbers: ReadonlyMap<string, YamlValue> =
    value instanceof Map
      ? value
      : new Map<string, YamlValue>(
          Array.isArray(value)
            ? [
                ["low", value[0]],
                ["high", value[1]],
              ]
            : [["mid", value]],
        );
  return (["low", "mid", "high"] as const).flatMap((key): readonly YamlEdit[] => {
    const path = [...of.path, key];
    const number = numbers.get(key);
    if (number !== undefined) return [{ kind: "set", path, value: number }];
    return before instanceof Map && before.has(key) ? [{ kind: "remove", path }] : [];
  });
}
