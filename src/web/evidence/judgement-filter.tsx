import { type ReactNode, useId } from "react";
import { plainText } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import type { JudgementFilter } from "./judgement-rows.ts";

const confidences = ["high", "medium", "low"] as const;
const bases = ["none", "doubtful", "weak"] as const;

/** Which of the judgements to show. */
export function JudgementFilters({
  filter,
  onFilter,
}: {
  readonly filter: JudgementFilter;
  readonly onFilter: (filter: JudgementFilter) => void;
}) {
  const { scenario, names } = useDeal();
  const words = useWords();
  return (
    <div className="row evidence-filter screen-only">
      <Choose
        label={words("evidence.filter.party")}
        value={filter.party}
        onChange={(party) => onFilter({ ...filter, party })}
      >
        {scenario.sheets.map(({ party }) => (
          <option key={party} value={party}>
            {plainText(names.party(party))}
          </option>
        ))}
      </Choose>
      <Choose
        label={words("evidence.filter.issue")}
        value={filter.issue}
        onChange={(issue) => onFilter({ ...filter, issue })}
      >
        {scenario.agenda.issues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choose>
      <Choose
        label={words("evidence.filter.confidence")}
        value={filter.confidence}
        onChange={(chosen) =>
          onFilter({
            ...filter,
            confidence: chosen === "unstated" ? chosen : (confidences.find((one) => one === chosen) ?? ""),
          })
        }
      >
        {confidences.map((one) => (
          <option key={one} value={one}>
            {words(`evidence.confidence.${one}`)}
          </option>
        ))}
        <option value="unstated">{words("evidence.filter.unstated")}</option>
      </Choose>
      <Choose
        label={words("evidence.filter.basis")}
        value={filter.basis}
        onChange={(chosen) => onFilter({ ...filter, basis: bases.find((one) => one === chosen) ?? "" })}
      >
        {bases.map((one) => (
          <option key={one} value={one}>
            {words(`evidence.filter.${one}`)}
          </option>
        ))}
      </Choose>
      <Words
        label={words("evidence.filter.text")}
        text={filter.text}
        onText={(text) => onFilter({ ...filter, text })}
      />
    </div>
  );
}

function Choose({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const id = useId();
  return (
    <span className="evidence-choose">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{words("evidence.filter.any")}</option>
        {children}
      </select>
    </span>
  );
}

function Words({
  label,
  text,
  onText,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <span className="evidence-choose">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={text} onChange={({ target }) => onText(target.value)} />
    </span>
  );
}
