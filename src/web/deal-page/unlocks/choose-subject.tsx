import { useId } from "react";
import { useChosenSubject, useDeal } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { subjectPackage } from "./subject.ts";

const draft = "\u0000draft"; // no id of a package: those hold no such character

/** Which package is looked at: a named or saved one, or what is in the composer. */
export function ChooseSubject({
  ofDraft,
  onDraft,
}: {
  readonly ofDraft: boolean;
  readonly onDraft: (ofDraft: boolean) => void;
}) {
  const { scenario, act } = useDeal();
  const words = useWords();
  const id = useId();
  const chosen = subjectPackage(scenario, useChosenSubject())?.id;
  return (
    <div className="row unlocks-subject">
      <label htmlFor={id}>{words("unlocks.subject")}</label>
      <select
        id={id}
        value={ofDraft ? draft : (chosen ?? "")}
        onChange={({ target }) => {
          onDraft(target.value === draft);
          if (target.value !== draft) act({ kind: "choose-subject", subject: target.value });
        }}
      >
        {scenario.packages.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        <option value={draft}>{words("unlocks.subject.draft")}</option>
      </select>
    </div>
  );
}
