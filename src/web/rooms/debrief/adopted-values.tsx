import { useMemo } from "react";
import { evaluate, type PreferenceSheet } from "#model";
import { noDay, toNumber } from "#prelude";
import { namesOf, plainText } from "#report";
import type { Debrief } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useRoom } from "../room/live/live-room.tsx";
import { Points } from "./points.tsx";

/** The adopted settlement, and what it is worth by each revealed sheet. */
export function AdoptedValues({
  debrief,
  sheets,
}: {
  readonly debrief: Debrief;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const { agenda, names } = useRoom();
  const words = useWords();
  const { adopted } = debrief;
  const constraints = useMemo(() => namesOf({ agenda, sheets, packages: [], claims: [] }), [agenda, sheets]);
  if (!adopted) return <p className="note">{words("debrief.adopted.none")}</p>;
  const { settlement, stage, values } = adopted;
  const worth = sheets.map((sheet) => ({ sheet, ...evaluate(sheet, settlement, noDay) }));
  return (
    <>
      <p>{words(`debrief.stage.${stage}`)}</p>
      <Scroll label={words("debrief.adopted.values")}>
        <table>
          <caption>{words("debrief.adopted.values")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("debrief.party")}</th>
              <th scope="col" className="number">
                {words("debrief.value")}
              </th>
              <th scope="col" className="number">
                {words("debrief.reservation")}
              </th>
              <th scope="col" className="number">
                {words("debrief.surplus")}
              </th>
              <th scope="col">{words("debrief.lines")}</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map(({ party, scale, reservation }) => {
              const value = values[party];
              if (!value) return null;
              return (
                <tr key={party}>
                  <th scope="row">
                    <DelegationMark of={party} />
                  </th>
                  <td className="number">
                    <Points value={toNumber(value.utility)} scale={scale} />
                  </td>
                  <td className="number">
                    <Points value={reservation.mid} scale={scale} />
                  </td>
                  <td className="number">
                    <Points value={toNumber(value.surplus)} scale={scale} signed />
                  </td>
                  <td>
                    {value.hardLinesBroken.length === 0
                      ? words("debrief.lines.none")
                      : value.hardLinesBroken
                          .map((line) => plainText(constraints.ownConstraint({ kind: "line", party, line })))
                          .join("; ")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{words("debrief.adopted.issues")}</summary>
        <Scroll label={words("debrief.adopted.issues")}>
          <table>
            <caption>{words("debrief.adopted.issues")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("debrief.issue")}</th>
                <th scope="col">{words("debrief.option")}</th>
                {sheets.map(({ party }) => (
                  <th key={party} scope="col" className="number">
                    <DelegationMark of={party} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {agenda.issues.map(({ id }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{names.issue(id)}</bdi>
                  </th>
                  <td>
                    <bdi>{names.option(id, settlement[id] ?? "")}</bdi>
                  </td>
                  {worth.map(({ sheet, byIssue }) => (
                    <td key={sheet.party} className="number">
                      {byIssue[id] ? <Points value={toNumber(byIssue[id])} scale={sheet.scale} /> : "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  );
}
