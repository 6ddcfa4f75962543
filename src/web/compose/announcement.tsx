import { plainText, points, signedPoints } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { type MessageId, type MessageValues, useWords } from "../words/words.tsx";
import type { DraftVerdict, Standing } from "./draft-verdict.ts";
import type { LastChange } from "./use-last-change.ts";

/** Says each change to who cannot see it: "Russia −3.2, now 1.4 short". */
export function Announcement({ verdict, change }: { readonly verdict: DraftVerdict; readonly change: LastChange }) {
  const words = useWords();
  const { names } = useDeal();
  const moves = verdict.parties.flatMap((standing) => {
    const moved = change.moved[standing.party];
    if (moved === undefined) return [];
    const party = plainText(names.party(standing.party));
    return [
      words("compose.said.moved", {
        party,
        change: signedPoints(moved, standing.scale),
        standing: standingWords(standing, words),
      }),
    ];
  });
  const open = verdict.open > 0 ? words("compose.said.open", { count: verdict.open }) : words("compose.said.unmoved");
  const rules = verdict.rulesBroken.length;
  const said = [
    moves.length > 0 ? `${moves.join("; ")}.` : open,
    ...(rules > 0 ? [`${words("compose.said.rules", { count: rules })}.`] : []),
  ].join(" ");
  return (
    <p className="unseen" aria-live="polite" aria-atomic="true" data-said={change.times}>
      {change.times === 0 ? "" : said}
    </p>
  );
}

function standingWords(
  { refusals, surplus, utility, scale, verdict }: Standing,
  words: (id: MessageId, values?: MessageValues) => string,
): string {
  const short = refusals.find((one) => one.by === "value");
  if (short) return words("compose.said.short", { points: points(short.shortfall, scale) });
  if (refusals.some(({ by }) => by === "line")) return words("compose.said.line");
  if (refusals.some(({ by }) => by === "floor")) return words("compose.said.floor");
  return verdict === "accepts"
    ? words("compose.said.accepts", { points: points(surplus ?? 0, scale) })
    : words("compose.said.value", { points: points(utility ?? 0, scale) });
}
