import { useId, useState } from "react";
import type { PackageUnlocks, UnlockSet } from "#analysis";
import type { IssueId } from "#model";
import { plainText, series, unlockAnswer } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { ShowEvidence } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { ChangeTable } from "./change-table.tsx";
import { issuesTouched, leaveUntouched } from "./leave-untouched.ts";
import type { Subject } from "./unlock-draft.ts";

const setsAtFirst = 12;
const waysAtFirst = 6;

/** The smallest sets of issues to change, each with its efficient ways; or why there is none. */
export function UnlockCards({ subject, unlocks }: { readonly subject: Subject; readonly unlocks: PackageUnlocks }) {
  const words = useWords();
  return (
    <div className="unlocks-block">
      <h3>{words("unlocks.packages")}</h3>
      <p>
        <DocumentText text={unlockAnswer(unlocks)} />{" "}
        <ShowEvidence of={{ kind: "answer", part: "unlocks" }}>{words("unlocks.how")}</ShowEvidence>
      </p>
      {unlocks.status === "exact" || unlocks.status === "bounded" ? (
        <Sets subject={subject} sets={unlocks.sets} />
      ) : null}
    </div>
  );
}

function Sets({ subject, sets }: { readonly subject: Subject; readonly sets: readonly UnlockSet[] }) {
  const words = useWords();
  const [avoided, setAvoided] = useState<readonly IssueId[]>([]);
  const [all, setAll] = useState(false);
  const left = leaveUntouched(sets, avoided);
  const shown = all ? left : left.slice(0, setsAtFirst);
  return (
    <>
      {sets.length > 1 ? <Avoid sets={sets} avoided={avoided} onAvoid={setAvoided} /> : null}
      {sets.length > 1 ? (
        <p className="note" aria-live="polite">
          {left.length === 0
            ? words("unlocks.avoid.none")
            : words("unlocks.shown", { shown: shown.length, all: sets.length })}
        </p>
      ) : null}
      <ul className="unlocks-cards">
        {shown.map((set) => (
          <SetCard key={set.issues.join(" ")} subject={subject} set={set} />
        ))}
      </ul>
      {left.length > setsAtFirst ? (
        <button type="button" onClick={() => setAll(!all)}>
          {all ? words("unlocks.few") : words("unlocks.all", { all: left.length })}
        </button>
      ) : null}
    </>
  );
}

function Avoid({
  sets,
  avoided,
  onAvoid,
}: {
  readonly sets: readonly UnlockSet[];
  readonly avoided: readonly IssueId[];
  readonly onAvoid: (issues: readonly IssueId[]) => void;
}) {
  const { names } = useDeal();
  const words = useWords();
  const id = useId();
  const name = (issue: IssueId) => plainText(names.issue(issue));
  return (
    <div className="row unlocks-avoid">
      <label htmlFor={id}>{words("unlocks.avoid")}</label>
      <select id={id} value="" onChange={(event) => onAvoid([...avoided, event.target.value])}>
        <option value="">{words("unlocks.avoid.choose")}</option>
        {issuesTouched(sets)
          .filter((issue) => !avoided.includes(issue))
          .map((issue) => (
            <option key={issue} value={issue}>
              {name(issue)}
            </option>
          ))}
      </select>
      {avoided.map((issue) => (
        <button
          key={issue}
          type="button"
          aria-label={words("unlocks.avoid.drop", { issue: name(issue) })}
          onClick={() => onAvoid(avoided.filter((one) => one !== issue))}
        >
          {name(issue)} ×
        </button>
      ))}
    </div>
  );
}

function SetCard({ subject, set }: { readonly subject: Subject; readonly set: UnlockSet }) {
  const { names } = useDeal();
  const words = useWords();
  const [all, setAll] = useState(false);
  const issues = plainText(series(set.issues.map((issue) => names.issue(issue))));
  const shown = all ? set.changes : set.changes.slice(0, waysAtFirst);
  return (
    <li className="card unlocks-card">
      <h4>{words("unlocks.card", { issues })}</h4>
      <ChangeTable
        subject={subject}
        issues={set.issues}
        caption={words(set.partial ? "unlocks.ways.partial" : "unlocks.ways", { ways: set.changes.length })}
        changes={shown}
      />
      {set.changes.length > waysAtFirst ? (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? words("unlocks.few") : words("unlocks.ways.all", { all: set.changes.length })}
        </button>
      ) : null}
    </li>
  );
}
