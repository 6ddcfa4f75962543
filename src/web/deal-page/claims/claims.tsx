import { useEffect, useId, useState } from "react";
import type { DecidedClaim } from "#claims";
import { useDeal, useWhatIf } from "../../deal/deal-context.tsx";
import { Printable, usePrinting } from "../../open/printing.tsx";
import { Unprinted } from "../../open/unprinted.tsx";
import { useWords } from "../../words/words.tsx";
import { useAsking } from "../sure/asking.ts";
import { useNear } from "../sure/near.ts";
import { assumesOtherwise } from "./assumes-otherwise.ts";
import { ClaimItem } from "./claim-item.tsx";
import { type ClaimFilter, everyClaim, filterClaims, hasVerdict, type VerdictFilter } from "./filter-claims.ts";
import "./claims.css";

/** What sources claim, and whether the numbers say so too; decided when the section is first come near to. */
export function Claims() {
  const { written } = useDeal();
  const otherwise = assumesOtherwise(useWhatIf());
  const words = useWords();
  const { preparing } = usePrinting();
  const { ref, near } = useNear<HTMLElement>(preparing);
  const { known, running, failed, ask, finish } = useAsking("claims");
  const count = written.claims.length;
  useEffect(() => {
    if (near && count > 0) ask({ scenario: written });
  }, [near, count, written, ask]);
  return (
    <section id="claims" className="claims" ref={ref} aria-busy={running !== undefined}>
      <h2>{words("frame.deal.claims")}</h2>
      {count === 0 ? <p className="note">{words("claims.none")}</p> : null}
      <Printable finished={count === 0 || known !== undefined || failed !== undefined} />
      {count > 0 && !known && !failed ? <Unprinted /> : null}
      {count > 0 && !known && !running && !failed ? (
        <p className="note screen-only">{words("claims.waiting")}</p>
      ) : null}
      {failed ? (
        <p>
          {words("claims.failed", { why: failed })}{" "}
          <button type="button" onClick={() => ask({ scenario: written })}>
            {words("claims.again")}
          </button>
        </p>
      ) : null}
      {running ? (
        <div className="row screen-only">
          <progress value={running.done} max={running.of ?? count} aria-label={words("frame.deal.claims")} />
          <span className="small">{words("claims.deciding", { done: running.done, of: running.of ?? count })}</span>
          <button type="button" onClick={finish}>
            {words("claims.stop")}
          </button>
        </div>
      ) : null}
      {known ? <Decided claims={known.answer} otherwise={otherwise} /> : null}
    </section>
  );
}

function Decided({ claims, otherwise }: { readonly claims: readonly DecidedClaim[]; readonly otherwise: boolean }) {
  const words = useWords();
  const [filter, setFilter] = useState<ClaimFilter>(everyClaim);
  const tally = (verdict: VerdictFilter) => claims.filter((claim) => hasVerdict(claim, verdict)).length;
  const shown = filterClaims(claims, filter);
  return (
    <>
      <p>
        {words("claims.summary", {
          all: claims.length,
          holds: tally("holds"),
          not: tally("does-not-hold"),
          undecided: tally("undecided"),
          later: tally("later"),
        })}{" "}
        {words("claims.summary.assumed", { assumed: claims.filter(({ basis }) => basis === "assumed").length })}
        {otherwise ? <strong> {words("claims.written")}</strong> : null}
      </p>
      <Filter claims={claims} filter={filter} onFilter={setFilter} />
      <p className="note small" aria-live="polite">
        {shown.length === 0
          ? words("claims.none.left")
          : words("claims.shown", { shown: shown.length, all: claims.length })}
      </p>
      <ul className="claims-list" aria-label={words("claims.list")}>
        {shown.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ul>
    </>
  );
}

const verdicts = ["any", "holds", "sways", "does-not-hold", "undecided", "later"] as const;
const bases = ["any", "assumed", "derived"] as const;

function Filter({
  claims,
  filter,
  onFilter,
}: {
  readonly claims: readonly DecidedClaim[];
  readonly filter: ClaimFilter;
  readonly onFilter: (filter: ClaimFilter) => void;
}) {
  const words = useWords();
  const id = useId();
  return (
    <div className="row claims-filter">
      <label htmlFor={`${id}-verdict`}>{words("claims.verdict")}</label>
      <select
        id={`${id}-verdict`}
        value={filter.verdict}
        onChange={({ target }) =>
          onFilter({ ...filter, verdict: verdicts.find((one) => one === target.value) ?? "any" })
        }
      >
        {verdicts.map((verdict) => (
          <option key={verdict} value={verdict}>
            {words(`claims.verdict.${verdict}`, { n: claims.filter((claim) => hasVerdict(claim, verdict)).length })}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-basis`}>{words("claims.basis")}</label>
      <select
        id={`${id}-basis`}
        value={filter.basis}
        onChange={({ target }) => onFilter({ ...filter, basis: bases.find((one) => one === target.value) ?? "any" })}
      >
        {bases.map((basis) => (
          <option key={basis} value={basis}>
            {words(`claims.basis.${basis}`, { n: claims.filter((claim) => claim.basis === basis).length })}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{words("claims.text")}</label>
      <input
        id={`${id}-text`}
        type="search"
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
    </div>
  );
}
