import { useMemo } from "react";
import { written } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { DocumentText } from "../parts/document-text.tsx";
import { PartyName } from "../parts/party-name.tsx";
import { ShowEvidence } from "../parts/value.tsx";
import { useWords } from "../words/words.tsx";
import { ConstraintName } from "./constraint-name.tsx";
import { sheetKind } from "./dossier.ts";
import { type Shown, utilityParts } from "./utility-parts.ts";

/** What choices are worth to a party: the sum, part by part, each part with its own evidence. */
export function UtilityView({ of }: { readonly of: Extract<EvidenceRef, { kind: "utility" }> }) {
  const { scenario, names } = useDeal();
  const words = useWords();
  const { party, choices, title } = of;
  const sheet = names.sheet(party);
  const parts = useMemo(() => sheet && utilityParts(scenario, sheet, choices), [scenario, sheet, choices]);
  if (!sheet) return <p className="note">{words("evidence.utility.no-sheet")}</p>;
  return (
    <>
      <p className="evidence-kind">
        <span className={`badge ${sheet.kind === "estimate" ? "badge-warning" : ""}`}>{sheetKind(sheet, words)}</span>
        <PartyName party={party} />
      </p>
      <p className="small">
        <bdi>{title}</bdi>
      </p>
      {parts ? (
        <table className="evidence-sum">
          <caption>
            {words("evidence.utility.caption", { total: written(parts.total), scale: written(parts.scale) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words("evidence.utility.issue")}</th>
              <th scope="col" className="number">
                {words("evidence.utility.weight")}
              </th>
              <th scope="col" className="number">
                {words("evidence.utility.value")}
              </th>
              <th scope="col" className="number">
                {words("evidence.utility.points")}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.issues.map((part) => (
              <tr key={part.issue}>
                <th scope="row">
                  <DocumentText text={names.issue(part.issue)} />
                  <span className="small soft evidence-option">
                    <DocumentText text={names.option(part.issue, part.option)} />
                  </span>
                </th>
                <td className="number">
                  <ShowEvidence of={{ kind: "weight", party, issue: part.issue }}>{written(part.weight)}</ShowEvidence>
                </td>
                <td className="number">
                  <ShowEvidence
                    of={
                      part.linkage === undefined
                        ? { kind: "value", party, issue: part.issue, option: part.option }
                        : { kind: "linkage", party, linkage: part.linkage }
                    }
                  >
                    {written(part.value)}
                    {part.of === 100 ? "" : `/${written(part.of)}`}
                    {part.linkage === undefined ? "" : "*"}
                  </ShowEvidence>
                </td>
                <Points of={part.points} />
              </tr>
            ))}
            {parts.linkages.map(({ id, points }) => (
              <tr key={id}>
                <th scope="row" colSpan={3}>
                  <ShowEvidence of={{ kind: "linkage", party, linkage: id }}>
                    {words("evidence.utility.linkage", { id })}
                  </ShowEvidence>
                </th>
                <Points of={points} />
              </tr>
            ))}
            {parts.rounding ? <Line label={words("evidence.utility.rounding")} points={parts.rounding} /> : null}
          </tbody>
          <tfoot>
            {parts.cap ? <Line label={words("evidence.utility.sum")} points={parts.sum} /> : null}
            <Line
              label={words(parts.cap ? "evidence.utility.capped" : "evidence.utility.total")}
              points={parts.utility}
            />
            <tr>
              <th scope="row" colSpan={3}>
                <ShowEvidence of={{ kind: "reservation", party }}>{words("evidence.utility.reservation")}</ShowEvidence>
              </th>
              <Points of={parts.reservation} />
            </tr>
            <Line label={words("evidence.utility.surplus")} points={parts.surplus} />
          </tfoot>
        </table>
      ) : (
        <p className="note">{words("evidence.utility.open")}</p>
      )}
      {parts?.issues.some(({ linkage }) => linkage !== undefined) ? (
        <p className="small soft">{words("evidence.utility.table")}</p>
      ) : null}
      {parts && parts.linesBroken.length + parts.floorsBroken.length > 0 ? (
        <>
          <h3>{words("evidence.utility.broken")}</h3>
          <ul>
            {parts.linesBroken.map((line) => (
              <li key={line}>
                <ConstraintName of={{ kind: "line", party, line }} />
              </li>
            ))}
            {parts.floorsBroken.map((floor) => (
              <li key={floor}>
                <ConstraintName of={{ kind: "floor", party, floor }} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Points({ of }: { readonly of: Shown }) {
  return (
    <td className="number">
      <data value={of.exact}>{of.text}</data>
    </td>
  );
}

function Line({ label, points }: { readonly label: string; readonly points: Shown }) {
  return (
    <tr>
      <th scope="row" colSpan={3}>
        {label}
      </th>
      <Points of={points} />
    </tr>
  );
}
