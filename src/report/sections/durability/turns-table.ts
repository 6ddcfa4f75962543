import type { JudgedVerdict, Turn } from "#durability";
import type { Block, Text } from "../../document/document.ts";
import { figure, placeholderNames } from "./judged-words.ts";
import { noted } from "./some-blocks.ts";
import { type DurabilityVerdict, verdictNames } from "./verdict-names.ts";

/** Where the verdict turns, parameter by parameter, and along which it does not; nothing where nothing has a range. */
export function turnsBlocks(judged: JudgedVerdict<DurabilityVerdict>, what: string): readonly Block[] {
  if (judged.status === "unknown") return [];
  const turning = judged.turns.filter(({ flips }) => flips.length > 0);
  const still = judged.turns.filter(({ flips }) => flips.length === 0);
  return [
    ...(turning.length > 0 ? [turnsTable(turning, what)] : []),
    ...noted(
      still.length > 0 && turning.length > 0
        ? [
            "By itself, none of these turns the verdict anywhere in its range: ",
            ...placeholderNames(still.map(({ parameter }) => parameter)),
            ".",
          ]
        : undefined,
    ),
  ];
}

function turnsTable(turns: readonly Turn<DurabilityVerdict>[], what: string): Block {
  return {
    kind: "table",
    caption: `Where the verdict on “${what}” turns, one number at a time; the others at their stated values, placeholders at their middles`,
    columns: [
      { title: "Number", align: "start" },
      { title: "Range", align: "end" },
      { title: "Turns at", align: "end" },
      { title: "Below and above", align: "start", long: true },
    ],
    rows: turns.map((turn): readonly Text[] => [
      [
        `${turn.parameter.name} (${turn.parameter.symbol})`,
        ...(turn.parameter.placeholder ? [" ", { kind: "badge", tone: "warning", text: "placeholder" } as const] : []),
      ],
      `${figure(turn.low)} to ${figure(turn.high)}`,
      turn.flips.map(({ at }) => figure(at)).join(", "),
      alongWords(turn),
    ]),
  };
}

function alongWords({ flips }: Turn<DurabilityVerdict>): string {
  const [first] = flips;
  if (!first) return "";
  return [verdictNames[first.below].text, ...flips.map(({ above }) => verdictNames[above].text)].join(", then ");
}

/**
 * What decides an open verdict, in a sentence each: the placeholders along which it turns. Of a verdict that no single
 * placeholder turns, that they turn it together.
 */
export function turningSentence(judged: JudgedVerdict<DurabilityVerdict>): Text | undefined {
  if (judged.status !== "open") return undefined;
  const turning = judged.turns.filter(({ parameter, flips }) => parameter.placeholder && flips.length > 0);
  if (turning.length === 0) return "No single one of them turns it while the others are in the middle.";
  const middle = turning.some(({ given }) => given.length > 0) ? "With all others in the middle, it" : "It";
  const each = turning.map(
    ({ parameter, flips }) => `where ${parameter.name} is ${flips.map(({ at }) => figure(at)).join(" or ")}`,
  );
  return `${middle} turns ${each.join("; ")}.`;
}
