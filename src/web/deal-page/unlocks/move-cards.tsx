import { useState } from "react";
import type { PackageReport } from "#analysis";
import type { Package, PartyId } from "#model";
import { newlyCrossed, plainText, refusingParties } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { useWords } from "../../words/words.tsx";
import { ChangeTable } from "./change-table.tsx";
import { tidy } from "./judged-edges.ts";
import type { Subject } from "./unlock-draft.ts";

type MovesProps = {
  readonly subject: Subject & Pick<Package, "date">;
  readonly report: Pick<PackageReport, "moves" | "refusedBy" | "utilities">;
};

/** For each refusing party the single changes that mend what it refuses over or raise it most, whoever thought of them. */
export function MoveCards({ subject, report }: MovesProps) {
  const words = useWords();
  const parties = refusingParties(report).filter((party) => (report.moves[party] ?? []).length > 0);
  if (parties.length === 0) return null;
  return (
    <div className="unlocks-block">
      <h3>{words("unlocks.moves")}</h3>
      <p className="note">{words("unlocks.moves.lead")}</p>
      <ul className="unlocks-cards">
        {parties.map((party) => (
          <MoveCard key={party} party={party} subject={subject} report={report} />
        ))}
      </ul>
    </div>
  );
}

const atFirst = 5;

function MoveCard({ party, subject, report }: MovesProps & { readonly party: PartyId }) {
  const { scenario, names, answer } = useDeal();
  const words = useWords();
  const [all, setAll] = useState(false);
  const moves = report.moves[party] ?? [];
  const enforced = answer?.analysis.rules.enforced ?? [];
  return (
    <li className="card unlocks-card">
      <h4>
        <PartyName party={party} labelled />
      </h4>
      {moves.some(({ mends }) => mends) ? <p className="note">{words("unlocks.moves.first")}</p> : null}
      <ChangeTable
        subject={subject}
        caption={words("unlocks.moves.caption", { party: plainText(names.party(party)) })}
        changes={(all ? moves : moves.slice(0, atFirst)).map(({ issue, option, change, mends }) => ({
          set: { [issue]: option },
          change,
          utilities: Object.fromEntries(
            Object.entries(change).map(([one, by]) => [one, tidy((report.utilities[one] ?? 0) + by)]),
          ),
          ...(mends ? { mends } : {}),
          crosses: newlyCrossed({ scenario, names }, subject, { [issue]: option }, enforced),
        }))}
      />
      {moves.length > atFirst ? (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? words("unlocks.few") : words("unlocks.moves.more", { all: moves.length })}
        </button>
      ) : null}
    </li>
  );
}
