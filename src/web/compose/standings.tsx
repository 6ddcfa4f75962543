import { useEffect, useRef } from "react";
import { points, signedPoints } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { JudgedRange } from "../parts/judged-range.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { Value } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import type { Standing } from "./draft-verdict.ts";
import { StandingTrack } from "./standing-track.tsx";
import type { Composition } from "./use-composition.ts";
import type { LastChange } from "./use-last-change.ts";

/** Every party's value, surplus and verdict; stays in sight while issues are changed below it. */
export function Standings({ composition, change }: { readonly composition: Composition; readonly change: LastChange }) {
  const words = useWords();
  const { verdict, scenario } = composition;
  const allEstimates = scenario.sheets.every(({ kind }) => kind === "estimate");
  const open = verdict.open === scenario.agenda.issues.length ? "compose.open.empty" : "compose.open";
  const section = useRef<HTMLElement>(null);
  useEffect(() => tellHeight(section.current), []);
  return (
    <section ref={section} className="compose-standings" aria-label={words("compose.standings")}>
      <ul>
        {verdict.parties.map((standing) => (
          <Row
            key={standing.party}
            standing={standing}
            moved={change.moved[standing.party]}
            composition={composition}
            labelled={!allEstimates}
          />
        ))}
      </ul>
      <p className="compose-open">
        {verdict.open > 0 ? <strong>{words(open, { count: verdict.open })}</strong> : null}{" "}
        {verdict.rulesBroken.length > 0 ? (
          <span className="verdict verdict-no">
            {words("compose.said.rules", { count: verdict.rulesBroken.length })}
          </span>
        ) : null}{" "}
        {allEstimates ? <span className="soft">{words("compose.estimates")}</span> : null}
      </p>
    </section>
  );
}

/** Keeps the panel's `--compose-standings` at this height, so that what gets the focus below is not scrolled under it. */
function tellHeight(section: HTMLElement | null): (() => void) | undefined {
  const panel = section?.parentElement;
  if (!panel) return undefined;
  const watcher = new ResizeObserver(() => panel.style.setProperty("--compose-standings", `${section.offsetHeight}px`));
  watcher.observe(section);
  return () => watcher.disconnect();
}

type RowProps = {
  readonly standing: Standing;
  readonly moved: number | undefined;
  readonly composition: Composition;
  readonly labelled: boolean;
};

function Row({ standing, moved, composition, labelled }: RowProps) {
  const words = useWords();
  const { names } = useDeal();
  const { party, scale, surplus, utility, worth, reservation, verdict } = standing;
  const { draft } = composition;
  // a party may refuse what is worth enough to it: say over what, since the reasons are further down
  const grounds = [
    ...new Set(standing.refusals.flatMap(({ by }) => (by === "value" ? [] : [words(`compose.by.${by}`)]))),
  ].join(", ");
  return (
    <li className="compose-standing" data-party={party} data-verdict={verdict} data-open={utility === undefined}>
      <PartyName party={party} labelled={labelled} />
      <span className="compose-worth">
        {utility === undefined ? (
          words("compose.worth.between", { least: points(worth.least, scale), most: points(worth.most, scale) })
        ) : (
          <Value
            value={utility}
            scale={scale}
            evidence={{
              kind: "utility",
              party,
              choices: draft.choices,
              title: draft.name || words("compose.title"),
            }}
          />
        )}
      </span>
      <span className="compose-surplus">
        {surplus === undefined ? null : <Value value={surplus} scale={scale} signed />}
      </span>
      <span className={`compose-verdict ${verdictClass[verdict]}`}>{words(`compose.verdict.${verdict}`)}</span>
      <StandingTrack standing={standing} slot={slotOf(composition, party)} />
      <span className="compose-needs soft">
        {words("compose.needs")}{" "}
        <Value value={reservation} scale={names.scale(party)} evidence={{ kind: "reservation", party }} />
      </span>
      <span className="compose-moved">
        {moved === undefined ? null : (
          <>
            <span aria-hidden="true">{moved > 0 ? "↑ " : "↓ "}</span>
            <span className="unseen">
              {words(moved > 0 ? "compose.moved.up" : "compose.moved.down", { points: points(Math.abs(moved), scale) })}
            </span>
            <data className="value" value={moved} aria-hidden="true">
              {signedPoints(moved, scale)}
            </data>
          </>
        )}
      </span>
      <span className="compose-by soft">{grounds}</span>
      <span className="compose-range">
        <JudgedRange party={party} value={utility} />
      </span>
    </li>
  );
}

const verdictClass = {
  accepts: "verdict verdict-yes",
  refuses: "verdict verdict-no",
  open: "verdict verdict-open",
  unasked: "soft",
} as const;

function slotOf({ scenario }: Composition, party: string): number {
  return Math.max(
    0,
    scenario.agenda.parties.findIndex(({ id }) => id === party),
  );
}
