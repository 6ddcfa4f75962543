import type { FirstDefectionReport, MoveVerdict } from "#durability";
import { type Inline, inlines, series, type Text } from "../../document/document.ts";
import { type ConflictWords, swapsWords } from "./conflict-words.ts";

/** Who leaves a state first, by which move, what holds it and how many preference swaps that is from failing. */
export function defectionSentence({ swaps, defections }: FirstDefectionReport, words: ConflictWords): Text {
  const [first, ...tied] = defections;
  if (!first)
    return swaps.status === "unknown" ? `who would leave is not known. ${swaps.reason}` : "nobody has a move to make.";
  const now = swaps.status === "exact" && swaps.value === 0;
  const mover: readonly Inline[] = [words.party(first.move.party), ", by ", ...inlines(words.move(first.move))];
  const level: readonly Inline[] =
    tied.length === 0
      ? []
      : [
          "; level with that, ",
          ...series(
            tied.slice(0, 2).map(({ move }): Text => [words.party(move.party), " by ", ...inlines(words.move(move))]),
          ),
          ...(tied.length > 2 ? [` and ${tied.length - 2} more`] : []),
        ];
  if (now)
    return ["left already, for ", words.state(first.move.to), ": ", ...mover, ...level, ". ", ...unheld(first, words)];
  return ["first ", ...mover, `, ${swapsWords(swaps)} away`, ...level, ". ", ...held(first, words)];
}

function held({ improvement, sanction }: MoveVerdict, words: ConflictWords): readonly Inline[] {
  if (!improvement) return ["As the orders are, the mover would not gain by it."];
  if (sanction)
    return ["What holds it: ", ...inlines(words.acts(sanction.acts)), ", to ", words.state(sanction.leadsTo), "."];
  return [];
}

function unheld({ countered }: MoveVerdict, words: ConflictWords): readonly Inline[] {
  if (!countered) return ["No answer that others would gain by makes it regret that."];
  return [
    "The answer, ",
    ...inlines(words.acts(countered.response)),
    ", does not hold it: it can move on by ",
    ...inlines(words.move(countered.counter)),
    ".",
  ];
}
