import type { ResolvedParameter } from "#durability";
import type { Block, Inline, Text } from "../../document/document.ts";
import type { Names } from "../../words/names.ts";
import { figure } from "./judged-words.ts";

/** Every number of a model as this settlement has it, with what stands behind it. */
export function parametersTable(parameters: readonly ResolvedParameter[], names: Names, whose: Text): Block {
  return {
    kind: "details",
    summary: ["The numbers, and who judged them: ", ...[whose].flat()],
    body: [
      {
        kind: "table",
        caption: [...[whose].flat(), ": in points of whoever they concern, chances from 0 to 1, days"],
        columns: [
          { title: "Number", align: "start" },
          { title: "Value", align: "end" },
          { title: "Confidence", align: "start" },
          { title: "Why", align: "start", long: true },
        ],
        rows: parameters.map(({ name, symbol, resolution }): readonly Text[] => {
          const label = `${name} (${symbol})`;
          if (resolution.status === "unknown") return [label, "not known", "", `${resolution.reason}.`];
          const { judgement, placeholder, evidence } = resolution;
          const { low, mid, high } = judgement;
          const range = `${figure(low)} to ${figure(high)}`;
          return [
            label,
            placeholder ? range : low === high ? figure(mid) : `${figure(mid)} (${range})`,
            placeholder
              ? { kind: "badge", tone: "warning", text: "placeholder" }
              : (evidence.confidence ?? "not stated"),
            [
              ...(evidence.why === undefined ? [] : [{ kind: "name", text: evidence.why } satisfies Inline]),
              ...evidence.sources.flatMap((source): Inline[] => [" ", names.source(source)]),
              ...(evidence.author === undefined
                ? []
                : [" ", { kind: "faint", of: ["(", { kind: "name", text: evidence.author }, ")"] } satisfies Inline]),
            ],
          ];
        }),
      },
    ],
  };
}
