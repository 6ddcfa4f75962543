import type { PreferenceSheet } from "#model";
import { toNumber } from "#prelude";
import type { Debrief, Series, TabledStep } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useDelegationName, useRoom } from "../room/live/live-room.tsx";
import { MomentTime } from "../timeline/moment-time.tsx";
import { useStreamName } from "../timeline/use-stream-name.ts";
import { Points } from "./points.tsx";

/** Each delegation's offers, what each step changed by every revealed sheet, and how that reads. */
export function ConcessionTable({
  debrief,
  sheets,
}: {
  readonly debrief: Debrief;
  readonly sheets: readonly PreferenceSheet[];
}) {
  const words = useWords();
  return (
    <>
      <h3>{words("debrief.steps")}</h3>
      <p className="note">{words("debrief.steps.what")}</p>
      {debrief.series
        .filter(({ offers }) => offers.length > 0)
        .map((series) => (
          <OneSeries key={series.delegation} series={series} sheets={sheets} />
        ))}
    </>
  );
}

function OneSeries({ series, sheets }: { readonly series: Series; readonly sheets: readonly PreferenceSheet[] }) {
  const words = useWords();
  const name = useDelegationName();
  const { delegation, offers, pattern, sheet } = series;
  const own = sheets.find(({ party }) => party === delegation);
  return (
    <div className="debrief-series">
      <h4>
        <DelegationMark of={delegation} />
      </h4>
      <p className="small">
        {sheet === "missing" ? words("debrief.steps.missing") : null}
        {own && pattern.first && pattern.last ? (
          <>
            {words("debrief.steps.from")} <Points value={toNumber(pattern.first)} scale={own.scale} />{" "}
            {words("debrief.steps.to")} <Points value={toNumber(pattern.last)} scale={own.scale} />{" "}
            {words("debrief.steps.count", { count: pattern.steps })}
          </>
        ) : null}
      </p>
      <Scroll label={words("debrief.steps.table", { party: name(delegation) })}>
        <table>
          <caption>{words("debrief.steps.table", { party: name(delegation) })}</caption>
          <thead>
            <tr>
              <th scope="col">{words("debrief.steps.offer")}</th>
              <th scope="col">{words("debrief.steps.ended")}</th>
              <th scope="col">{words("debrief.steps.reading")}</th>
              {sheets.map(({ party }) => (
                <th key={party} scope="col" className="number">
                  <DelegationMark of={party} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offers.map((step) => (
              <Step key={`${step.channel} ${step.offer}`} step={step} sheets={sheets} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Step({ step, sheets }: { readonly step: TabledStep; readonly sheets: readonly PreferenceSheet[] }) {
  const { names } = useRoom();
  const words = useWords();
  const streamName = useStreamName();
  const { channel, number, at, kind, choices, ended, step: moved, values } = step;
  return (
    <tr>
      <th scope="row">
        {words("debrief.steps.name", { kind, number, channel: streamName(channel) })} <MomentTime at={at} />
        <span className="debrief-choices small soft">
          {Object.entries(choices)
            .map(([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`)
            .join("; ")}
        </span>
      </th>
      <td>{words(`debrief.ended.${ended.replace(" ", "-")}` as "debrief.ended.live")}</td>
      <td>
        {moved
          ? words(
              `debrief.reading.${moved.reading.replaceAll(",", "").replaceAll(" ", "-")}` as "debrief.reading.mixed",
            )
          : words("debrief.reading.none")}
      </td>
      {sheets.map(({ party, scale }) => {
        const change = moved?.change[party];
        const range = values[party];
        return (
          <td key={party} className="number">
            {change ? (
              <Points value={toNumber(change)} scale={scale} signed />
            ) : range ? (
              <>
                <Points value={toNumber(range.least)} scale={scale} />–
                <Points value={toNumber(range.most)} scale={scale} />
              </>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
