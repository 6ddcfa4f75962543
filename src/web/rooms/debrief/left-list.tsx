import { useMemo } from "react";
import type { PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import type { LeftOnTheTable } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useDelegationName, useRoom } from "../room/live/live-room.tsx";
import { Points } from "./points.tsx";
import { type StandOut, standOuts } from "./stand-outs.ts";
import type { Found } from "./use-whole-search.ts";

/** Settlements better for one revealed party and worse for none than what was adopted: small changes, and the whole search. */
export function LeftList({
  near,
  left,
  sheets,
}: {
  readonly near: LeftOnTheTable | undefined;
  readonly left: Found<LeftOnTheTable>;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const words = useWords();
  const name = useDelegationName();
  const unknownTo = near?.unknownTo ?? [];
  return (
    <>
      {unknownTo.length > 0 ? (
        <p>{words("debrief.left.unknown", { parties: unknownTo.map(name).join(", ") })}</p>
      ) : null}
      <h3>{words("debrief.left.near")}</h3>
      {near && near.improvements.length > 0 ? (
        <Improvements
          label={words("debrief.left.near.table")}
          rows={near.improvements.slice(0, mostNear).map((improvement) => ({ improvement, why: [] }))}
          sheets={sheets}
        />
      ) : (
        <p>{words("debrief.left.near.none")}</p>
      )}
      <h3>{words("debrief.left.whole")}</h3>
      <Whole left={left} sheets={sheets} />
    </>
  );
}

const mostNear = 6;

function Whole({
  left,
  sheets,
}: {
  readonly left: Found<LeftOnTheTable>;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const words = useWords();
  const improvements = left.state === "found" ? left.value.improvements : nothing;
  const shown = useMemo(() => standOuts(improvements, sheets), [improvements, sheets]);
  if (left.state === "idle") return null;
  if (left.state === "searching") return <p role="status">{words("debrief.searching")}</p>;
  if (left.state === "failed") return <p role="alert">{words("debrief.failed", { why: left.why })}</p>;
  const { how, stopped } = left.value;
  const isWhole = how.kind === "whole" && how.status === "exact" && !stopped;
  return (
    <>
      <p>
        <strong>
          {improvements.length === 0
            ? words(isWhole ? "debrief.left.none" : "debrief.left.none-found")
            : words("debrief.left.found", { count: improvements.length, shown: shown.length })}
        </strong>{" "}
        {words(isWhole ? "debrief.left.exact" : "debrief.left.bounded")}
      </p>
      {shown.length === 0 ? null : <Improvements label={words("debrief.left.table")} rows={shown} sheets={sheets} />}
    </>
  );
}

const nothing: LeftOnTheTable["improvements"] = [];

function Improvements({
  label,
  rows,
  sheets,
}: {
  readonly label: string;
  readonly rows: readonly StandOut[];
  readonly sheets: readonly PreferenceSheet[];
}) {
  const { names } = useRoom();
  const words = useWords();
  const name = useDelegationName();
  return (
    <Scroll label={label}>
      <table>
        <caption>{label}</caption>
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
          {rows.map(({ improvement: { settlement, changes, gain }, why }) => (
            <tr key={JSON.stringify(settlement)}>
              <th scope="row">
                {why.length === 0 ? null : (
                  <strong className="debrief-why">
                    {why
                      .map((one) =>
                        one.kind === "best for"
                          ? words("debrief.left.best-for", { party: name(one.party) })
                          : words(`debrief.left.${one.kind}`),
                      )
                      .join("; ")}
                  </strong>
                )}
                {changes.map(({ issue, from, to }) => (
                  <span key={issue} className="debrief-change">
                    <bdi>{names.issue(issue)}</bdi>: <del>{names.option(issue, from)}</del>{" "}
                    <span aria-hidden="true">›</span> <ins>{names.option(issue, to)}</ins>
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
  );
}
