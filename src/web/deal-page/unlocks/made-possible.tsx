import type { Point } from "#analysis";
import { plainText, series } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";

/** Issues listed without a click. */
const listedAtOnce = 8;

/** One settlement that an unlock makes possible: its options, what it is worth to every party, and the way to the composer. */
export function MadePossible({ witness }: { readonly witness: Point }) {
  const { scenario, names, act } = useDeal();
  const words = useWords();
  const { settlement, utilities } = witness;
  const issues = scenario.agenda.issues.filter(({ id }) => settlement[id] !== undefined);
  const some = issues.slice(0, 4).map(({ id }) => names.choice(id, settlement[id]!));
  return (
    <div className="unlocks-witness small">
      <details open={issues.length <= listedAtOnce}>
        <summary>{words("unlocks.zone.settlement")}</summary>
        <dl className="unlocks-options">
          {issues.map(({ id }) => (
            <div key={id}>
              <dt>
                <DocumentText text={names.issue(id)} />
              </dt>
              <dd>
                <DocumentText text={names.option(id, settlement[id]!)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p>
        <span className="soft">{words("unlocks.zone.witness")}:</span>{" "}
        {Object.entries(utilities).map(([party, value]) => (
          <span key={party} className="unlocks-worth">
            <PartyName party={party} />{" "}
            <Value
              value={value}
              scale={names.scale(party)}
              evidence={{ kind: "utility", party, choices: settlement, title: words("unlocks.zone.settlement") }}
            />
          </span>
        ))}
      </p>
      <button
        type="button"
        aria-label={words("unlocks.zone.compose.of", { settlement: plainText(series(some)) })}
        onClick={() =>
          act({
            kind: "compose-and-show",
            draft: { name: words("unlocks.zone.draftName"), choices: settlement, locks: [] },
          })
        }
      >
        {words("deal.open")}
      </button>
    </div>
  );
}
