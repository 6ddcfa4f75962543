import { useIntl } from "react-intl";
import { isLater, type Package, withinJudgedRange } from "#model";
import { verdictWords } from "#report";
import { useAct, useChosenSubject, useDeal } from "../../deal/deal-context.tsx";
import type { Verdict as PackageVerdict, Verdicts } from "../../deal/verdicts.ts";
import { DocumentText } from "../../parts/document-text.tsx";
import { JudgedRange } from "../../parts/judged-range.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { ShowEvidence, Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { judgedParties } from "../judged-parties.ts";
import { subjectPackage } from "../unlocks/subject.ts";

/** A row for each package: value and surplus of each party, who refuses and by what, and what can be done with it. */
export function PackagesTable({ reports }: { readonly reports: Verdicts }) {
  const words = useWords();
  const { scenario } = useDeal();
  const parties = judgedParties(scenario);
  const subject = subjectPackage(scenario, useChosenSubject());
  // said once where it holds for all, else under each name it holds for
  const allEstimates = scenario.sheets.every(({ kind }) => kind === "estimate");
  const caption = words(parties.length > 0 ? "packages.caption" : "packages.caption.unjudged");
  return (
    <Scroll label={caption}>
      <table className="deal-table deal-sticky packages-table">
        <caption>
          {caption}
          {allEstimates && parties.length > 0 ? <em>{words("packages.caption.estimates")}</em> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words("packages.package")}</th>
            <th scope="col">{words("packages.verdict")}</th>
            {parties.map(({ id }) => (
              <th scope="col" className="number" key={id}>
                <PartyName party={id} labelled={!allEstimates} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.packages.map((one) => {
            const report = reports[one.id];
            return (
              <tr key={one.id} data-subject={one.id === subject?.id}>
                <th scope="row">
                  <ShowEvidence of={{ kind: "package", package: one.id }}>
                    <bdi>{one.name}</bdi>
                  </ShowEvidence>
                  <Standing one={one} />
                </th>
                <td className="packages-verdict">
                  {report ? (
                    <>
                      <Verdict report={report} one={one} />
                      <Ranges report={report} />
                    </>
                  ) : (
                    <span className="soft">{words("packages.soon")}</span>
                  )}
                  <Doing one={one} isSubject={one.id === subject?.id} />
                </td>
                {parties.map(({ id, name, scale }) => {
                  const value = report?.utilities[id];
                  const surplus = report?.surplus[id];
                  return (
                    <td className="number packages-worth" key={id} data-of={name}>
                      {value === undefined ? (
                        <span className="soft">{words("packages.open")}</span>
                      ) : (
                        <>
                          <Value
                            value={value}
                            scale={scale}
                            evidence={{ kind: "utility", party: id, choices: one.choices, title: one.name }}
                          />
                          {surplus === undefined ? null : (
                            <span className={surplus < 0 ? "deal-below packages-short" : "deal-below"}>
                              <Value value={surplus} scale={scale} signed />
                            </span>
                          )}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Its day and how it was put: "presented, 26 August 2025"; the reader's own are "composed here". */
function Standing({ one }: { readonly one: Package }) {
  const words = useWords();
  const intl = useIntl();
  const { asOf } = useDeal().scenario.agenda;
  const said = (date: string) =>
    intl.formatDate(date, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const day = one.date ? said(one.date) : undefined;
  const later = isLater(one, asOf);
  const status = one.id.startsWith("saved-") ? words("packages.composed") : one.status;
  return (
    <span className="deal-below">
      {status ? <bdi>{status}</bdi> : null}
      {status && day ? ", " : ""}
      {day ?? (status ? "" : words("frame.undated"))}
      {later && day ? (
        <span
          className="badge badge-warning packages-later"
          title={words("packages.later.why", { day, asOf: said(asOf) })}
        >
          {words("packages.later", { asOf: said(asOf) })}
        </span>
      ) : null}
    </span>
  );
}

function Verdict({ report, one }: { readonly report: PackageVerdict; readonly one: Package }) {
  const words = useWords();
  const { scenario, names } = useDeal();
  const open = scenario.agenda.issues.filter(({ id }) => one.choices[id] === undefined);
  return (
    <>
      <DocumentText text={verdictWords(report, names)} />
      {open.length > 0 ? (
        <span className="deal-below">
          {words("packages.openIssues", { count: open.length })}{" "}
          {open.slice(0, 6).map(({ id, name }, at) => (
            <bdi key={id}>
              {at > 0 ? "; " : ""}
              {name}
            </bdi>
          ))}
          {open.length > 6 ? " …" : ""}
        </span>
      ) : null}
    </>
  );
}

/** Whose verdict by value is within the uncertainty of a judgement. */
function Ranges({ report: { utilities } }: { readonly report: PackageVerdict }) {
  const { agenda, sheets } = useDeal().scenario;
  return sheets
    .filter(({ party, reservation }) => {
      const value = utilities[party];
      return value !== undefined && agenda.consent.includes(party) && withinJudgedRange(reservation, value, agenda.tie);
    })
    .map(({ party }) => (
      <span key={party} className="packages-range">
        <PartyName party={party} /> <JudgedRange party={party} value={utilities[party]} />
      </span>
    ));
}

function Doing({ one, isSubject }: { readonly one: Package; readonly isSubject: boolean }) {
  const words = useWords();
  const act = useAct();
  const name = isolated(one.name);
  return (
    <span className="packages-doing screen-only">
      {isSubject ? (
        <span className="badge">{words("packages.isSubject")}</span>
      ) : (
        <button
          type="button"
          className="quiet"
          aria-label={words("packages.choose.of", { name })}
          onClick={() => act({ kind: "choose-subject", subject: one.id })}
        >
          {words("packages.choose")}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label={words("packages.openIn.of", { name })}
        onClick={() =>
          act({ kind: "compose-and-show", draft: { name: one.name, choices: one.choices, locks: [], from: one.id } })
        }
      >
        {words("deal.open")}
      </button>
    </span>
  );
}
