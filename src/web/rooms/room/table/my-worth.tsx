import { points, signedPoints } from "#report";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";
import { usePapers } from "../live/use-papers.ts";
import { useBreachWords } from "./breach-words.ts";
import { type Ends, openSheet, type Worth } from "./worth.ts";

/** Value, surplus, change and what the mandate has against it: from my own sheet, in this browser. */
export function MyWorth({ worth, changeFrom }: { readonly worth: Worth | undefined; readonly changeFrom?: string }) {
  const words = useWords();
  const breach = useBreachWords();
  const { names } = useRoom();
  const sheet = openSheet(usePapers());
  if (!worth) return null;
  const lineText = (id: string): string => {
    const when = sheet?.redLines.find((line) => line.id === id)?.when ?? [];
    return when
      .map(
        ({ issue, options }) =>
          `${names.issue(issue)}: ${options.map((option) => names.option(issue, option)).join(", ")}`,
      )
      .join("; ");
  };
  const { value, surplus, change, scale, breaches, floorOpen, linesBroken } = worth;
  return (
    <div className="room-worth">
      {value && surplus ? (
        <dl>
          <div>
            <dt>{words("room.worth.value")}</dt>
            <dd>
              <Between ends={value} scale={scale} />
            </dd>
          </div>
          <div>
            <dt>{words("room.worth.surplus")}</dt>
            <dd data-sign={surplus.most < 0 ? "minus" : surplus.least >= 0 ? "plus" : undefined}>
              <Between ends={surplus} scale={scale} signed />
            </dd>
          </div>
          {change && changeFrom ? (
            <div>
              <dt>{words("room.worth.change", { from: changeFrom })}</dt>
              <dd>
                <Between ends={change} scale={scale} signed />
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      {breaches.length > 0 || linesBroken.length > 0 ? (
        <ul className="room-breaches">
          {breaches.map((one) => (
            <li key={`${one.kind} ${one.issue ?? ""} ${one.option ?? ""}`}>{breach(one)}</li>
          ))}
          {linesBroken.map(({ id, kind }) => (
            <li key={id}>{words("room.breach.line", { line: lineText(id), kind })}</li>
          ))}
        </ul>
      ) : null}
      {floorOpen ? <p className="note">{words("room.worth.floor-open")}</p> : null}
    </div>
  );
}

/** One number, or the two ends between which it lies as long as issues are open. */
function Between({
  ends,
  scale,
  signed = false,
}: {
  readonly ends: Ends;
  readonly scale: number;
  readonly signed?: boolean;
}) {
  const words = useWords();
  const { least, most } = ends.least <= ends.most ? ends : { least: ends.most, most: ends.least };
  const shown = (value: number) => (signed ? signedPoints(value, scale) : points(value, scale));
  if (shown(least) === shown(most))
    return (
      <data className="value" value={least}>
        {shown(least)}
      </data>
    );
  return (
    <>
      <data className="value" value={least}>
        {shown(least)}
      </data>{" "}
      {words("room.worth.to")}{" "}
      <data className="value" value={most}>
        {shown(most)}
      </data>
    </>
  );
}
