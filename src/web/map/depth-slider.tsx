import { useId } from "react";
import type { IssueId } from "#model";
import { useComposition } from "../compose/use-composition.ts";
import { useAct, useDeal } from "../deal/deal-context.tsx";
import { withChoice } from "../deal/draft.ts";
import { useWords } from "../words/words.tsx";

/** Runs through the options of the issue that decides the depth, in the composer's package. */
export function DepthSlider({ issue }: { readonly issue: IssueId }) {
  const { scenario } = useDeal();
  const { draft } = useComposition();
  const act = useAct();
  const words = useWords();
  const id = useId();
  const asked = scenario.agenda.issues.find((one) => one.id === issue);
  if (!asked) return null;
  const at = asked.options.findIndex((option) => option.id === draft.choices[issue]);
  const name = asked.options[at]?.name ?? words("map.depth.open");
  return (
    <div className="map-depth">
      <label htmlFor={id}>
        <bdi>{asked.name}</bdi>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={asked.options.length - 1}
        step={1}
        value={Math.max(0, at)}
        list={`${id}-stops`}
        aria-valuetext={name}
        onChange={({ target }) => {
          const option = asked.options[Number(target.value)];
          if (option) act({ kind: "compose", draft: withChoice(draft, issue, option.id) });
        }}
      />
      <datalist id={`${id}-stops`}>
        {asked.options.map((option, stop) => (
          <option key={option.id} value={stop} label={option.name} />
        ))}
      </datalist>
      <output htmlFor={id}>
        <bdi>{name}</bdi>
      </output>
    </div>
  );
}
