import { useState } from "react";
import { percent } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import type { IssueShares } from "./option-shares.ts";

/** How the selected settlements settle each issue: what they share, and where they part. */
export function SharesTable({
  shares,
  selecting,
}: {
  readonly shares: readonly IssueShares[];
  readonly selecting: boolean;
}) {
  const words = useWords();
  const { names } = useDeal();
  const [byShift, setByShift] = useState(true);
  const common = shares.filter((one) => one.common !== undefined);
  const split = shares.filter((one) => one.common === undefined);
  const ordered = selecting && byShift ? [...split].sort((a, b) => b.shift - a.shift) : split;
  return (
    <>
      <h4>{words("space.shares")}</h4>
      {common.length === 0 ? (
        <p>{words("space.shares.noCommon")}</p>
      ) : (
        <>
          <p>{words(selecting ? "space.shares.common" : "space.shares.common.all", { count: common.length })}</p>
          <ul className="space-common">
            {common.map(({ issue, common: option }) => (
              <li key={issue}>
                <span className="soft">
                  <DocumentText text={names.issue(issue)} />:
                </span>{" "}
                <DocumentText text={names.option(issue, option!)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {selecting && split.length > 1 ? (
        <div className="deal-controls">
          <label className="deal-check">
            <input type="checkbox" checked={byShift} onChange={(event) => setByShift(event.target.checked)} />
            {words("space.shares.byShift")}
          </label>
        </div>
      ) : null}
      {ordered.length === 0 ? null : (
        <Scroll label={words("space.shares.caption")}>
          <table className="deal-table space-shares">
            <caption>{words(selecting ? "space.shares.caption.selected" : "space.shares.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("space.shares.issue")}</th>
                <th scope="col">{words("space.shares.options")}</th>
              </tr>
            </thead>
            <tbody>
              {ordered.map(({ issue, options }) => (
                <tr key={issue}>
                  <th scope="row">
                    <DocumentText text={names.issue(issue)} />
                  </th>
                  <td>
                    <ul>
                      {options.map(({ option, share, ofAll }) => (
                        <li key={option} data-none={share === 0}>
                          <span className="space-share-name">
                            <DocumentText text={names.option(issue, option)} />
                          </span>
                          <ShareBar share={share} {...(selecting ? { ofAll } : {})} />
                          <span className="space-share-number">
                            {percent(share)}
                            {selecting ? (
                              <span className="soft"> {words("space.shares.ofAll", { share: percent(ofAll) })}</span>
                            ) : null}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

/** The share as a bar; a stroke where the share of all listed settlements lies. */
function ShareBar({ share, ofAll }: { readonly share: number; readonly ofAll?: number }) {
  return (
    <svg className="space-share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="space-share-track" x={0} y={3} width={100} height={4} />
      <rect className="space-share-part" x={0} y={1} width={share * 100} height={8} />
      {ofAll === undefined ? null : (
        <rect className="space-share-all" x={ofAll * 100 - 0.8} y={0} width={1.6} height={10} />
      )}
    </svg>
  );
}
