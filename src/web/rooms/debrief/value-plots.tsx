import { useMemo } from "react";
import type { PreferenceSheet } from "#model";
import { valueOverTime } from "#report";
import type { Debrief } from "#room";
import { Plot } from "../../parts/plot.tsx";
import { useWords } from "../../words/words.tsx";
import { useDelegationName, useRoom } from "../room/live/live-room.tsx";
import { valuePanels } from "./value-panels.ts";

/** A drawing for each revealed sheet. What stands in them stands in the table under them too. */
export function ValuePlots({
  debrief,
  sheets,
}: {
  readonly debrief: Debrief;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const { agenda } = useRoom();
  const words = useWords();
  const name = useDelegationName();
  const panels = useMemo(
    () =>
      valuePanels(agenda, debrief, sheets, {
        reservation: words("debrief.plot.reservation"),
        adopted: words("debrief.plot.adopted"),
        name,
      }),
    [agenda, debrief, sheets, words, name],
  );
  return (
    <>
      <p>{words("debrief.plot.what")}</p>
      <div className="debrief-plots">
        {panels.map(({ party, ...panel }) => (
          <figure key={party}>
            <figcaption>
              <h3>{words("debrief.plot.of", { party: name(party) })}</h3>
            </figcaption>
            <Plot
              widest={900}
              draw={(width, id) =>
                valueOverTime({
                  ...panel,
                  id,
                  width,
                  title: words("debrief.plot.of", { party: name(party) }),
                  description: words("debrief.plot.described", { offers: panel.steps.length, party: name(party) }),
                  axis: words("debrief.plot.axis", { party: name(party) }),
                  order: words("debrief.plot.order"),
                })
              }
            />
          </figure>
        ))}
      </div>
    </>
  );
}
