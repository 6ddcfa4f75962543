import type { PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import type { LeftOnTheTable } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useDelegationName, useRoom } from "../room/live/live-room.tsx";
import { Points } from "./points.tsx";
import type { Found } from "./use-whole-search.ts";

/** Settlements better for one revealed party and worse for none than what was adopted. */
export function LeftList({
  left,
  sheets,
}: {
  readonly left: Found<LeftOnTheTable>;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const { names } = useRoom();
  const words = useWords();
  const name = useDelegationName();
  if (left.state === "idle") return null;
  if (left.state === "searching") return <p role="status">{words("debrief.searching")}</p>;
  if (left.state === "failed") return <p role="alert">{words("debrief.failed", { why: left.why })}</p>;
  const { improvements, how, stopped, moreFound, unknownTo } = left.value;
  const isWhole = how.kind === "whole" && how.status === "exact" && !stopped;
  return (
    <>
      <p>
        <strong>
          {improvements.length === 0
            ? words(isWhole ? "debrief.left.none" : "debrief.left.none-found")
            : words("debrief.left.found", { count: improvements.length + moreFound })}
        </strong>{" "}
        {words(isWhole ? "debrief.left.exact" : "debrief.left.bounded")}{" "}
        {unknownTo.length > 0 ? words("debrief.left.unknown", { parties: unknownTo.map(name).join(", ") }) : ""}
      </p>
      {improvements.length === 0 ? null : (
        <Scroll label={words("debrief.left.table")}>
          <table>
            <caption>{words("debrief.left.table")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("debrief.left.changes")}</th>
                {sheets.map(({ party }) => (
                  <th key={party} scope="col" className="number">
                    <DelegationMark of={party} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {improvements.map(({ settlement, changes, gain }) => (
                <tr key={JSON.stringify(settlement)}>
                  <th scope="row">
                    {changes.map(({ issue, from, to }) => (
                      <span key={issue} className="debrief-change">
                        <bdi>{names.issue(issue)}</bdi>: <del>{names.option(issue, from)}</del>{" "}
                        <ins>{names.option(issue, to)}</ins>
                      </span>
                    ))}
                  </th>
                  {sheets.map(({ party, scale }) => (
                    <td key={party} className="number">
                      {gain[party] ? <Points value={toNumber(gain[party])} scale={scale} signed /> : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {moreFound > 0 ? <p className="note">{words("debrief.left.more", { count: moreFound })}</p> : null}
    </>
  );
}
