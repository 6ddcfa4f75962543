import type { PreferenceSheet } from "#model";
import { points } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { without } from "../deal/what-if.ts";
import { PartyName } from "../parts/party-name.tsx";
import { useWords } from "../words/words.tsx";
import { withReservation } from "./assuming.ts";
import { FloorSwitches } from "./floor-switches.tsx";
import { LineSwitches } from "./line-switches.tsx";
import { NumberField } from "./number-field.tsx";
import { Slider } from "./slider.tsx";
import type { Assume } from "./use-assume.ts";
import { WeightSliders } from "./weight-sliders.tsx";

type PartyAssumptionsProps = {
  /** As written. */
  readonly sheet: PreferenceSheet;
  readonly assume: Assume;
};

/** What can be assumed about one party: its reservation value, weights, red lines and floors. */
export function PartyAssumptions({ sheet, assume }: PartyAssumptionsProps) {
  const words = useWords();
  const { names, scenario } = useDeal();
  const { party, scale, reservation } = sheet;
  const name = names.party(party).text;
  const now = scenario.sheets.find((one) => one.party === party)?.reservation.mid ?? reservation.mid;
  const step = scale >= 10 ? 0.5 : scale / 200;
  const set = (value: number) =>
    assume((whatIf) =>
      value === reservation.mid
        ? without(whatIf, { kind: "reservation", party })
        : withReservation(whatIf, party, value),
    );
  return (
    <details open className="what-if-party" data-party={party}>
      <summary>
        <h3>
          <PartyName party={party} labelled />
        </h3>
      </summary>
      <div className="what-if-row">
        <span className="what-if-name">{words("what-if.reservation")}</span>
        <NumberField
          name={words("what-if.reservation.number", { party: name })}
          value={now}
          most={scale}
          step={step}
          onChange={set}
        />
      </div>
      <Slider
        name={words("what-if.reservation.of", { party: name })}
        value={now}
        most={scale}
        step={step}
        text={(value) => words("what-if.points", { points: points(value, scale) })}
        onChange={set}
        range={reservation}
        mark={reservation.mid}
      />
      <p className="what-if-note soft">
        {words("what-if.written", { value: points(reservation.mid, scale) })}
        {reservation.low < reservation.high
          ? `; ${words("what-if.range", { low: points(reservation.low, scale), high: points(reservation.high, scale) })}`
          : null}
      </p>
      <LineSwitches sheet={sheet} assume={assume} />
      <FloorSwitches sheet={sheet} assume={assume} />
      <WeightSliders sheet={sheet} assume={assume} />
    </details>
  );
}
