import type { Issue } from "#model";
import { points } from "#report";
import { useWords } from "../words/words.tsx";
import { useSheet } from "./sheet-context.ts";
import { SpreadBar } from "./spread-bar.tsx";

/** Where what was said leaves the options, from the worst to the best. */
export function OptionStrip({ issue }: { readonly issue: Issue }) {
  const words = useWords();
  const { thinking, names } = useSheet();
  const values = thinking.thoughts?.known?.values[issue.id];
  if (!values) return null;
  const ranked = issue.options
    .flatMap(({ id }) => (values[id] ? [{ id, spread: values[id] }] : []))
    .sort((a, b) => b.spread.mid - a.spread.mid);
  return (
    <figure className="prepare-strip">
      <figcaption>
        <h4>{words("prepare.options.strip")}</h4>
        <span className="prepare-strip-ends" aria-hidden="true">
          <span>{words("prepare.options.worst")}</span>
          <span>{words("prepare.options.best")}</span>
        </span>
      </figcaption>
      <ul>
        {ranked.map(({ id, spread }) => (
          <li key={id}>
            <span className="unseen">
              {words("prepare.options.strip.alt", {
                option: names.option(issue.id, id),
                low: points(spread.low, 100),
                mid: points(spread.mid, 100),
                high: points(spread.high, 100),
              })}
            </span>
            <bdi aria-hidden="true">{names.option(issue.id, id)}</bdi>
            <SpreadBar spread={spread} most={100} />
          </li>
        ))}
      </ul>
    </figure>
  );
}
