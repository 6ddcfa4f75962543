import { useWords } from "../../words/words.tsx";
import type { Terms } from "./open-negotiation.ts";

/** How long the links are good, and how often. */
export function TermsPart({ terms, onTerms }: { readonly terms: Terms; readonly onTerms: (terms: Terms) => void }) {
  const words = useWords();
  return (
    <section aria-labelledby="convene-links">
      <h2 id="convene-links">{words("convene.links")}</h2>
      <p>
        <label>
          {words("convene.links.days")}{" "}
          <select value={terms.days} onChange={({ target }) => onTerms({ ...terms, days: Number(target.value) })}>
            {[1, 7, 14, 30, 90].map((days) => (
              <option key={days} value={days}>
                {days}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={terms.reusable}
            onChange={({ target }) => onTerms({ ...terms, reusable: target.checked })}
          />{" "}
          {words("convene.links.reusable")}
        </label>
      </p>
      <p className="note">{words("convene.links.reusable.what")}</p>
    </section>
  );
}
