import { type PreferenceSheet, weightTotal } from "#model";
import { toNumber } from "#prelude";
import { plainText, points } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { without } from "../deal/what-if.ts";
import { useWords } from "../words/words.tsx";
import { withWeight } from "./assuming.ts";
import { Slider } from "./slider.tsx";
import type { Assume } from "./use-assume.ts";
import { weightRange } from "./weight-range.ts";
import { weightText } from "./weight-text.ts";

/** How many weights stand open: the heaviest carry most of a judgement. */
const shownFirst = 6;

type WeightSlidersProps = { readonly sheet: PreferenceSheet; readonly assume: Assume };

/** What matters how much, heaviest first as written, so that no slider moves from under the hand. */
export function WeightSliders({ sheet, assume }: WeightSlidersProps) {
  const words = useWords();
  const sorted = Object.entries(sheet.issues).sort(([, a], [, b]) => b.weight.mid - a.weight.mid);
  if (sorted.length < 2) return null; // a single issue has every share there is
  const rows = sorted.map(([issue]) => <WeightSlider key={issue} sheet={sheet} issue={issue} assume={assume} />);
  return (
    <details className="what-if-weights">
      <summary>
        <h4>{words("what-if.weights")}</h4>
      </summary>
      {rows.slice(0, shownFirst)}
      {rows.length > shownFirst ? (
        <details>
          <summary>{words("what-if.weights.more", { count: rows.length - shownFirst })}</summary>
          {rows.slice(shownFirst)}
        </details>
      ) : null}
    </details>
  );
}

function WeightSlider({ sheet, issue, assume }: WeightSlidersProps & { readonly issue: string }) {
  const words = useWords();
  const { names, scenario } = useDeal();
  const { party } = sheet;
  const assumed = scenario.sheets.find((one) => one.party === party) ?? sheet;
  const written = sheet.issues[issue]!.weight;
  const now = assumed.issues[issue]?.weight.mid ?? written.mid;
  const { most, step } = weightRange(sheet);
  const total = toNumber(weightTotal(assumed));
  const share = (weight: number) => `${points((100 * weight) / (total - now + weight || 1))} %`;
  const name = plainText(names.issue(issue));
  // the last weight that is left stays above nothing: a party that cares for no issue cannot be judged
  const alone = Object.entries(assumed.issues).every(([id, { weight }]) => id === issue || weight.mid === 0);
  const set = (raw: number) => {
    const value = alone ? Math.max(step, raw) : raw;
    assume((whatIf) =>
      value === written.mid
        ? without(whatIf, { kind: "weight", party, issue })
        : withWeight(whatIf, party, issue, value),
    );
  };
  return (
    <div className="what-if-weight">
      <div className="what-if-row">
        <span className="what-if-name">
          <bdi>{name}</bdi>
        </span>
        <data className="value" value={now / total}>
          {share(now)}
        </data>
      </div>
      <Slider
        name={words("what-if.weight.of", { issue: name, party: names.party(party).text })}
        value={now}
        most={most}
        step={step}
        text={(weight) => words("what-if.weight.text", { share: share(weight), weight: weightText(weight) })}
        onChange={set}
        mark={written.mid}
      />
    </div>
  );
}
