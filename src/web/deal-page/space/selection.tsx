import { useMemo } from "react";
import type { DealAnswer } from "#compute/browser";
import { useDeal } from "../../deal/deal-context.tsx";
import { Unprinted } from "../../open/unprinted.tsx";
import { useWords } from "../../words/words.tsx";
import type { JudgedParty } from "../judged-parties.ts";
import type { Ranges } from "./brush.ts";
import { optionShares } from "./option-shares.ts";
import { RangeInputs } from "./range-inputs.tsx";
import { SelectedTable } from "./selected-table.tsx";
import { SharesTable } from "./shares-table.tsx";

type Props = {
  readonly answer: DealAnswer;
  readonly parties: readonly JudgedParty[];
  readonly ranges: Ranges;
  readonly onRanges: (ranges: Ranges) => void;
  readonly rows: Int32Array;
};

/** Which settlements a reader asks for, how many there are, and what they have in common. */
export function Selection({ answer, parties, ranges, onRanges, rows }: Props) {
  const words = useWords();
  const { refining } = useDeal();
  const table = answer.frontier;
  const shares = useMemo(() => optionShares(table, rows), [table, rows]);
  const judged = useMemo(() => parties.filter(({ id }) => table.parties.includes(id)), [parties, table]);
  const selecting = Object.keys(ranges).length > 0;
  return (
    <>
      <h3>{words("space.select")}</h3>
      <p className="screen-only">{words("space.select.how")}</p>
      <RangeInputs table={table} parties={judged} ranges={ranges} onRanges={onRanges} />
      <p className="space-count" role="status">
        <strong>
          {words(selecting ? "space.count" : "space.count.all", { count: rows.length, listed: table.count })}
        </strong>{" "}
        {listedInPart(answer) ? words("space.count.part") : null}
      </p>
      {rows.length === 0 ? (
        <p className="note">{words("space.none")}</p>
      ) : (
        <>
          {refining ? (
            // of a list that is not the frontier yet, what is common to all says nothing
            <>
              <h4>{words("space.shares")}</h4>
              <Unprinted />
              <p className="note screen-only">{words("space.shares.refining")}</p>
            </>
          ) : (
            <SharesTable shares={shares} selecting={selecting} />
          )}
          <SelectedTable table={table} rows={rows} parties={judged} selecting={selecting} />
        </>
      )}
    </>
  );
}

function listedInPart({ analysis, frontier }: DealAnswer): boolean {
  const whole = analysis.frontierBeforeReservations ?? analysis.frontier;
  return whole.status !== "unknown" && whole.size > frontier.count;
}
