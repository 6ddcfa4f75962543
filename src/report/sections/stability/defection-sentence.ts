import type { FirstDefectionReport, MoveVerdict } from "#durability";
import { type Inline, inlines, series, type Text } from "../../document/document.ts";
import { type ConflictWords, swapsWords } from "./conflict-words.ts";

const mostNamed = 3;

/** Who leaves a state first, by which move, what holds it and how many preference swaps that is from failing. */
export function defectionSentence({ swaps, defections }: FirstDefectionReport, words: ConflictWords): Text {
  const [first, ...tied] = defections;
  if (!first)
    return swaps.status === "unknown" ? `who would leave is not known. ${swaps.reason}` : "nobody has a move to make.";
  if (swaps.status === "exact" && swaps.value === 0)
    return [...leavers(defections, words), ". ", ...unheld(first, words)];
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
  return ["first ", ...mover, `, ${swapsWords(swaps)} away`, ...level, ". ", ...held(first, words)];
}

/** "A leaves it for [x] or [y] and B leaves it for [z]": everyone who leaves the state as the orders are. */
function leavers(defections: readonly MoveVerdict[], words: ConflictWords): readonly Inline[] {
  const parties = [...new Set(defections.map(({ move }) => move.party))];
  return series(
    parties.map((party): Text => {
      const moves = defections.filter(({ move }) => move.party === party).map(({ move }) => move);
      const [only] = moves;
      const more = moves.length > mostNamed ? [` and ${moves.length - mostNamed} more`] : [];
      return [
        words.party(party),
        " leaves it for ",
        ...series(
          moves.slice(0, mostNamed).map(({ to }) => words.state(to)),
          "or",
        ),
        ...more,
        ...(only && moves.length === 1 ? [", by ", ...inlines(words.move(only))] : []),
      ];
    }),
  );
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
