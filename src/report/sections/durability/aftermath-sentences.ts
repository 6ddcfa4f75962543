import type { AftermathFindings, LeverMove, MoveVerdict, Sanction } from "#durability";
import type { Answer } from "#prelude";
import { type Inline, possessive, series, type Text } from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";
import type { DurabilityContext } from "./durability-context.ts";

/** At most three sentences: mover, move, sanction, and how many preference swaps away the sanction is from failing. */
export function aftermathSentences(context: DurabilityContext, findings: AftermathFindings): Text {
  const { subject } = context;
  const words = leverWords(context, findings);
  const { settlementHolds, firstDefection } = findings;
  const [first, ...tied] = firstDefection.defections;
  // left by no improvement today, and yet not stable by every test: the answers can be countered, or a coalition gains
  const onlyJust = settlementHolds.status === "exact" && !settlementHolds.value && !swapsAre(firstDefection.swaps, 0);
  const opening: readonly Inline[] = [
    "Once ",
    ...subject,
    " is in force, ",
    ...(settlementHolds.status === "exact"
      ? [
          settlementHolds.value
            ? ({ kind: "verdict", is: "yes", text: "it holds" } as const)
            : ({ kind: "verdict", is: "no", text: "it does not hold" } as const),
          onlyJust
            ? " by every test, by orders that are assumed: the answers that hold each single move could be countered, or a coalition would gain. "
            : " by the parties’ orders as this analyst assumes them. ",
        ]
      : [
          "whether it holds is ",
          { kind: "verdict", is: "open", text: "not known" } as const,
          settlementHolds.status === "unknown" ? `. ${closed(settlementHolds.reason)} ` : ". ",
        ]),
  ];
  if (!first)
    return [
      ...opening,
      firstDefection.swaps.status === "unknown"
        ? `Who would leave it first is not known. ${closed(firstDefection.swaps.reason)}`
        : "Nobody has a move to make.",
    ];
  const mover = words.party(first.move.party);
  // a tie with the same lever and others beside it says nothing new
  const alone = tied.filter(({ move }) => move.takes.length + move.lets.length === 1);
  const others: readonly Inline[] =
    alone.length === 0
      ? []
      : [
          " (level with ",
          ...series(alone.slice(0, 3).map(({ move }) => [words.party(move.party), ": ", ...words.move(move)])),
          ")",
        ];
  if (swapsAre(firstDefection.swaps, 0))
    return [
      ...opening,
      "The first defection is ",
      ...words.whose(mover),
      ": ",
      ...words.move(first.move),
      ...others,
      ". ",
      ...unheldWords(first, findings, words),
    ];
  return [
    ...opening,
    "The first defection would be ",
    ...words.whose(mover),
    ": ",
    ...words.move(first.move),
    ...others,
    ". ",
    ...heldWords(first, swapsWords(firstDefection.swaps), words),
  ];
}

/** A reason with the full stop that some of them have. */
export function closed(reason: string): string {
  return `${reason.replace(/\.$/, "")}.`;
}

export type LeverWords = {
  readonly lever: (index: number) => Inline;
  readonly party: (index: number) => Inline;
  readonly whose: (party: Inline) => readonly Inline[];
  /** "Russia renews the attack", or that it is taken back. */
  readonly move: (move: LeverMove) => readonly Inline[];
  readonly acts: (moves: readonly LeverMove[]) => readonly Inline[];
};

export function leverWords({ names }: DurabilityContext, { conflict }: AftermathFindings): LeverWords {
  const nameOf = (lever: number): Inline => ({ kind: "name", text: conflict.levers[lever]?.name ?? String(lever) });
  const words: LeverWords = {
    lever: nameOf,
    party: (index) => {
      const party = conflict.parties[index];
      return party ? names.party(party.id) : String(index);
    },
    whose: (party) => (typeof party !== "string" && party.kind === "party" ? possessive(party) : [party, "’s"]),
    move: ({ takes, lets }) =>
      series([
        ...takes.map((lever): Text => ["“", nameOf(lever), "”"]),
        ...lets.map((lever): Text => ["taking back “", nameOf(lever), "”"]),
      ]),
    acts: (moves) =>
      series(
        moves.map((move): Text => [words.party(move.party), ": ", ...words.move(move)]),
        "then",
      ),
  };
  return words;
}

function heldWords(verdict: MoveVerdict, swaps: string, words: LeverWords): readonly Inline[] {
  if (!verdict.improvement) return [`Today it would gain nothing by that; it is ${swaps} away.`];
  if (verdict.sanction)
    return [
      `What holds it, ${swaps} from failing, is the answer: `,
      ...words.acts(verdict.sanction.acts),
      ...unwantedWords(verdict.sanction, words),
      ".",
    ];
  return [`Nothing holds it; it is ${swaps} away.`];
}

/** A combined answer is given as one: of what it takes along, some its author would rather leave. */
function unwantedWords({ unwanted }: Sanction, words: LeverWords): readonly Inline[] {
  if (unwanted.length === 0) return [];
  return [" (of which it would rather leave ", ...series(unwanted.map(words.lever)), ")"];
}

function unheldWords(verdict: MoveVerdict, findings: AftermathFindings, words: LeverWords): readonly Inline[] {
  if (verdict.countered)
    return [
      "The answer, ",
      ...words.acts(verdict.countered.response),
      ", does not hold it, since it can move again: ",
      ...words.move(verdict.countered.counter),
      ".",
    ];
  return [
    "It gains by that, and no answer that others would want to give makes it regret it",
    ...wouldHoldWords(verdict, findings, words),
    ".",
  ];
}

/** What would have to be true for it to hold: who would have to come to want which answer. */
function wouldHoldWords(
  { move }: MoveVerdict,
  { hollowSanctions }: AftermathFindings,
  words: LeverWords,
): readonly Inline[] {
  const hollow = hollowSanctions.find((one) => one.move.to === move.to && one.move.party === move.party);
  if (!hollow || hollow.ifActed.length === 0) return [];
  return [
    "; it would be held if ",
    ...series(
      hollow.ifActed
        .slice(0, 2)
        .map(
          ({ parties, against }): Text => [
            ...series(parties.map(words.party)),
            " came to want ",
            ...series(against.map((act): Text => words.move(act))),
          ],
        ),
      "or",
    ),
  ];
}

export function swapsWords(swaps: Answer<number>): string {
  switch (swaps.status) {
    case "exact":
      return counted(swaps.value, "preference swap");
    case "bounded":
      return `between ${swaps.low} and ${counted(swaps.high, "preference swap")}`;
    case "estimate":
      return counted(swaps.value, "preference swap");
    case "unknown":
      return `an unknown number of preference swaps (${swaps.reason})`;
  }
}

function swapsAre(swaps: Answer<number>, value: number): boolean {
  return swaps.status === "exact" && swaps.value === value;
}
