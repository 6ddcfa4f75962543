import { toNumber } from "#prelude";
import { plainText, series } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DocumentText } from "../../parts/document-text.tsx";
import { PartyName } from "../../parts/party-name.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { ShowEvidence, Value } from "../../parts/value.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";
import { judgedParties } from "../judged-parties.ts";
import type { Comparable } from "./compared-context.tsx";
import { type ComparedRow, type Comparison, differs, movement } from "./comparison.ts";
import { followsFrom } from "./follows-from.ts";

type Props = {
  readonly compared: Comparison;
  readonly from: Comparable;
  readonly to: Comparable;
  readonly everything: boolean;
  readonly bySize: boolean;
};

/** Issue by issue: both options, and each party's change in points. Every column adds up to its total. */
export function ComparisonTable({ compared, from, to, everything, bySize }: Props) {
  const words = useWords();
  const { scenario, names } = useDeal();
  const parties = judgedParties(scenario);
  const differing = compared.rows.filter(differs);
  const shown = everything ? compared.rows : differing;
  const ordered = bySize ? [...shown].sort((a, b) => movement(b, names.scale) - movement(a, names.scale)) : shown;
  const most = Math.max(
    0,
    ...compared.rows.flatMap(({ change }) =>
      Object.entries(change).map(([party, points]) => Math.abs(toNumber(points)) / names.scale(party)),
    ),
  );
  const caption = words(parties.length > 0 ? "packages.compare.caption" : "packages.compare.caption.options", {
    from: isolated(from.title),
    to: isolated(to.title),
  });
  return (
    <>
      {compared.open.length > 0 ? (
        <p className="note">{words("packages.compare.open", { count: compared.open.length })}</p>
      ) : null}
      {ordered.length === 0 ? (
        <p className="note">{words("packages.compare.equal")}</p>
      ) : (
        <Scroll label={caption}>
          <table className="deal-table deal-sticky packages-compared">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words("packages.issue")}</th>
                {parties.map(({ id }) => (
                  <th scope="col" className="number" key={id}>
                    <PartyName party={id} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ordered.map((row) => (
                <tr key={rowKey(row)}>
                  <th scope="row">
                    <RowName row={row} />
                    <FollowsFrom row={row} from={from} to={to} />
                  </th>
                  {parties.map(({ id, scale, slot }) => (
                    <td className="number" key={id}>
                      <Change points={toNumber(row.change[id]!)} scale={scale} slot={slot} most={most} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {parties.length === 0 ? null : (
              <tfoot>
                <tr>
                  <th scope="row">{words(compared.open.length > 0 ? "packages.total.open" : "packages.total")}</th>
                  {parties.map(({ id, scale }) => (
                    <td className="number" key={id}>
                      <strong>
                        <Value
                          value={toNumber(compared.total[id]!)}
                          scale={scale}
                          signed
                          evidence={{ kind: "utility", party: id, choices: to.choices, title: to.title }}
                        />
                      </strong>
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </Scroll>
      )}
    </>
  );
}

export function rowKey(row: ComparedRow): string {
  if (row.kind === "issue") return `issue ${row.issue}`;
  return row.kind === "cap" ? "cap" : `linkage ${row.party} ${row.linkage} ${row.gained}`;
}

/** The issue with both its options; a linkage with whose it is. */
function RowName({ row }: { readonly row: ComparedRow }) {
  const words = useWords();
  const { names } = useDeal();
  if (row.kind === "cap") return <>{words("packages.cap")}</>;
  if (row.kind === "linkage")
    return (
      <>
        <ShowEvidence of={{ kind: "linkage", party: row.party, linkage: row.linkage }}>
          <code>{row.linkage}</code>
        </ShowEvidence>
        <span className="deal-below">
          {words(row.gained ? "packages.linkage.gained" : "packages.linkage.lost")}{" "}
          <DocumentText text={names.party(row.party)} />
        </span>
      </>
    );
  return (
    <>
      <DocumentText text={names.issue(row.issue)} />
      <span className="deal-below">
        <DocumentText text={names.option(row.issue, row.from)} />
        {row.from === row.to ? null : (
          <>
            {" › "}
            <span className="packages-to">
              <DocumentText text={names.option(row.issue, row.to)} />
            </span>
          </>
        )}
      </span>
    </>
  );
}

/** Where the change is no choice of its own: what it follows from. */
function FollowsFrom({ row, from, to }: { readonly row: ComparedRow } & Pick<Props, "from" | "to">) {
  const words = useWords();
  const { scenario, names } = useDeal();
  const follows = followsFrom(scenario, from.choices, to.choices, row);
  if (!follows) return null;
  const issues = plainText(series(follows.issues.map((issue) => names.issue(issue))));
  return (
    <span className="deal-below packages-follows">
      {follows.kind === "rule"
        ? words("packages.follows.rule", { issues, rule: follows.rule })
        : words(follows.kind === "linked" ? "packages.follows" : "packages.follows.partly", { issues })}
    </span>
  );
}

/** A change with its sign over a bar from the middle: gains to the end, losses to the start. */
function Change({
  points,
  scale,
  slot,
  most,
}: {
  readonly points: number;
  readonly scale: number;
  readonly slot: number;
  readonly most: number;
}) {
  if (points === 0) return <span className="soft">0</span>;
  const length = most > 0 ? (Math.abs(points) / scale / most) * 48 : 0;
  return (
    <>
      <Value value={points} scale={scale} signed />
      <svg className="packages-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={`plot-bar party-${slot}`} x={points > 0 ? 50 : 50 - length} y={1} width={length} height={6} />
        <rect className="packages-middle" x={49.5} y={0} width={1} height={8} />
      </svg>
    </>
  );
}
