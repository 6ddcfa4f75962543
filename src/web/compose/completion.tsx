import { useId, useState } from "react";
import { useWords } from "../words/words.tsx";
import { bestOf, criteria } from "./best-choices.ts";
import { useCompleting } from "./use-completing.ts";
import type { Composition } from "./use-composition.ts";

/** "Complete this package best for ...": the engine fills in what is not kept, as one step that can be taken back. */
export function Completion({ composition }: { readonly composition: Composition }) {
  const words = useWords();
  const id = useId();
  const { scenario, draft, inForce } = composition;
  const [best, setBest] = useState<string>("nashBargaining");
  const [keep, setKeep] = useState<"chosen" | "locks">("chosen");
  const { asking, go, stop } = useCompleting();
  const locked = Object.fromEntries(
    draft.locks.flatMap((issue) => (draft.choices[issue] === undefined ? [] : [[issue, draft.choices[issue]!]])),
  );
  const parties = scenario.agenda.parties.filter((party) => inForce.consent.includes(party.id));
  const chosen = bestOf(best);
  return (
    <details className="compose-complete">
      <summary>
        <h3>{words("compose.complete")}</h3>
      </summary>
      <div className="row">
        <label htmlFor={`${id}best`}>{words("compose.complete.best")}</label>
        <select id={`${id}best`} value={best} onChange={(event) => setBest(event.target.value)}>
          <optgroup label={words("compose.complete.accepted")}>
            {criteria.map((one) => (
              <option key={one} value={one}>
                {words(`compose.complete.${one}`)}
              </option>
            ))}
            {parties.map((party) => (
              <option key={party.id} value={`party:${party.id}`}>
                {party.name}
              </option>
            ))}
          </optgroup>
          <optgroup label={words("compose.complete.whatever")}>
            {parties.map((party) => (
              <option key={party.id} value={`whatever:${party.id}`}>
                {party.name}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <fieldset>
        <legend>{words("compose.complete.keep")}</legend>
        {(["chosen", "locks"] as const).map((one) => (
          <label key={one} className="compose-radio">
            <input type="radio" name={`${id}keep`} checked={keep === one} onChange={() => setKeep(one)} />
            {words(`compose.complete.keep.${one}`, { count: Object.keys(locked).length })}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        onClick={() => (asking.state === "asking" ? stop() : go(chosen, keep === "locks" ? locked : draft.choices))}
      >
        {words(asking.state === "asking" ? "compose.complete.stop" : "compose.complete.go")}
      </button>
      <div role="status" className="compose-status">
        {asking.state === "asking" && asking.phase ? words("frame.working", { phase: asking.phase }) : null}
        {asking.state === "failed" ? words("compose.complete.failed", { why: asking.why }) : null}
        {asking.state === "done" ? (
          <>
            {words("compose.complete.done", { count: asking.set })}{" "}
            {asking.proved ? null : words("compose.complete.unproved")}
          </>
        ) : null}
        {asking.state === "none" ? words("compose.complete.none", { why: asking.why }) : null}
      </div>
    </details>
  );
}
