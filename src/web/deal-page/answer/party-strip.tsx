import type { Package } from "#model";
import { points } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import type { Verdict } from "../../deal/verdicts.ts";
import { JudgedRange } from "../../parts/judged-range.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { judgedParties } from "../judged-parties.ts";

/** One package at a glance: each party's surplus over its reservation value, and its verdict. */
export function PartyStrip({ subject, report }: { readonly subject: Package; readonly report: Verdict }) {
  const { scenario, names } = useDeal();
  const words = useWords();
  const parties = judgedParties(scenario);
  if (parties.length === 0) return null;
  return (
    <>
      <p className="answer-about" id="answer-about">
        {words(report.complete ? "deal.strip.about" : "deal.strip.open", { name: isolated(subject.name) })}
      </p>
      <ul className="answer-strip" aria-labelledby="answer-about">
        {parties.map(({ id, scale, reservation }) => {
          const surplus = report.surplus[id];
          const value = report.utilities[id];
          const title = subject.name;
          return (
            <li key={id}>
              <PartyName party={id} labelled />
              <span className="answer-surplus">
                {surplus === undefined ? (
                  <span className="soft">{words("deal.strip.unknown")}</span>
                ) : (
                  <Value
                    value={surplus}
                    scale={scale}
                    signed
                    evidence={{ kind: "utility", party: id, choices: report.choices, title }}
                  />
                )}
              </span>
              <span className="answer-of">
                {value === undefined
                  ? words("deal.strip.needs", { needs: points(reservation.mid, scale) })
                  : words("deal.strip.of", { value: points(value, scale), needs: points(reservation.mid, scale) })}
                <JudgedRange party={id} value={value} />
              </span>
              <PartyVerdict
                refuses={report.refusedBy.some(({ party }) => party === id)}
                complete={report.complete}
                consents={scenario.agenda.consent.includes(id)}
              />
            </li>
          );
        })}
        {names.unjudged.map((id) => (
          <li key={id}>
            <PartyName party={id} />
            <span className="answer-surplus soft">–</span>
            <span className="answer-of">{words("deal.strip.noSheet")}</span>
            <span>
              <span className="verdict verdict-open">{words("deal.verdict.unknown")}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** By mark and word. Who need not consent cannot refuse. */
export function PartyVerdict({
  refuses,
  complete,
  consents,
}: {
  readonly refuses: boolean;
  readonly complete: boolean;
  readonly consents: boolean;
}) {
  const words = useWords();
  const [is, id] = refuses
    ? (["no", "deal.verdict.refuses"] as const)
    : !consents
      ? (["open", "deal.verdict.unasked"] as const)
      : complete
        ? (["yes", "deal.verdict.accepts"] as const)
        : (["open", "deal.verdict.open"] as const);
  return (
    <span>
      <span className={`verdict verdict-${is}`}>{words(id)}</span>
    </span>
  );
}
