import { useMemo } from "react";
import type { PartyId, PreferenceSheet, Scenario } from "#model";
import { conditionWords, judged, linkageWords, namesOf, periodWords, plainText, points, written } from "#report";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { asSentence } from "./as-sentence.ts";
import { optionWorths } from "./option-worths.ts";

/** One role's confidential brief, from the scenario's sheet of that party. */
export function PartyBrief({
  scenario,
  party,
  sheet,
  printed,
}: {
  readonly scenario: Scenario;
  readonly party: PartyId;
  readonly sheet: PreferenceSheet | undefined;
  readonly printed: boolean;
}) {
  const words = useWords();
  const { agenda } = scenario;
  const found = agenda.parties.find(({ id }) => id === party);
  const name = found?.name ?? party;
  const heading = `brief-${party}`;
  return (
    <article className="brief" data-printed={printed ? "yes" : "no"} aria-labelledby={heading}>
      <p className="brief-mark">{words("training.brief.mark", { party: name })}</p>
      <h2 id={heading}>{words("training.brief.you", { party: name })}</h2>
      <p>{words("training.brief.in", { title: agenda.title })}</p>
      {found?.note ? <p>{found.note}</p> : null}
      {sheet ? <Sheet scenario={scenario} sheet={sheet} /> : <p>{words("training.brief.none", { party: name })}</p>}
    </article>
  );
}

function Sheet({ scenario, sheet }: { readonly scenario: Scenario; readonly sheet: PreferenceSheet }) {
  const words = useWords();
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const { agenda } = scenario;
  const { author, kind, scale, reservation, aspiration, redLines, floors, linkages } = sheet;
  return (
    <>
      <p className="note">
        {words(kind === "estimate" ? "training.brief.estimate" : "training.brief.own", { author })}
      </p>
      <h3>{words("training.brief.line")}</h3>
      <p>
        {words("training.brief.reservation", { value: judged(reservation), scale: written(scale) })}{" "}
        {asSentence(reservation.evidence.why)}
      </p>
      {aspiration ? <p>{words("training.brief.aspiration", { value: judged(aspiration) })}</p> : null}
      <h3>{words("training.brief.values")}</h3>
      <p>{words("training.brief.values.what")}</p>
      <Scroll label={words("training.brief.values.of", { party: plainText(names.party(sheet.party)) })}>
        <table>
          <caption className="unseen">
            {words("training.brief.values.of", { party: plainText(names.party(sheet.party)) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words("training.beside.issue")}</th>
              <th scope="col" className="number">
                {words("training.brief.weight")}
              </th>
              <th scope="col">{words("training.brief.options")}</th>
            </tr>
          </thead>
          <tbody>
            {optionWorths(agenda, sheet).map(({ issue, share, options }) => (
              <tr key={issue.id}>
                <th scope="row">
                  <bdi>{issue.name}</bdi>
                </th>
                <td className="number">{points(share, scale)}</td>
                <td>
                  <ul className="brief-options">
                    {options.map(({ option, worth }) => (
                      <li key={option.id}>
                        <span className="brief-points">{points(worth, scale)}</span> <bdi>{option.name}</bdi>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {redLines.length > 0 ? (
        <>
          <h3>{words("training.brief.redLines")}</h3>
          <ul>
            {redLines.map((line) => (
              <li key={line.id}>
                {words(line.kind === "hard" ? "training.brief.hard" : "training.brief.declared", {
                  when: plainText(conditionWords(line.when, names)),
                  period: periodWords(line.from, line.until),
                })}{" "}
                {asSentence(line.evidence.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {floors.length > 0 ? (
        <>
          <h3>{words("training.brief.floors")}</h3>
          <ul>
            {floors.map((floor) => (
              <li key={floor.id}>
                {words("training.brief.floor", {
                  issue: plainText(names.issue(floor.issue)),
                  min: written(floor.min),
                  options: plainText(names.options(floor.issue, floor.commitments, "or")),
                })}{" "}
                {asSentence(floor.evidence.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {linkages.length > 0 ? (
        <>
          <h3>{words("training.brief.linkages")}</h3>
          <ul>
            {linkages.map((linkage) => (
              <li key={linkage.id}>
                {plainText(linkageWords(linkage, names))}. {asSentence(linkage.evidence.why)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
