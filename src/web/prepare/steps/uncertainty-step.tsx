import type { Spread } from "#elicitation";
import { fixed } from "#report";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { shareWords } from "../share-words.ts";
import { useSheet } from "../sheet-context.ts";
import { SpreadBar } from "../spread-bar.tsx";
import { placeOf, type Step } from "../step-states.ts";
import type { Known } from "../thinking.ts";

/** What the statements still leave open, and what that means for the packages on the table. */
export function UncertaintyStep() {
  const words = useWords();
  const { thinking } = useSheet();
  const { thoughts } = thinking;
  if (thoughts?.consistency.kind === "contradictory") return <p>{words("prepare.uncertainty.wait")}</p>;
  if (!thoughts?.known) return <p>{words("prepare.status.thinking")}</p>;
  const { known } = thoughts;
  return (
    <>
      <p className="prepare-lead">{words("prepare.uncertainty.lead", { draws: known.draws })}</p>
      <LeastCertain known={known} />
      <PackageTable known={known} />
      <Weights known={known} />
      <Values known={known} />
    </>
  );
}

type Uncertain = { readonly what: string; readonly span: number; readonly step: Step; readonly issue?: string };

function LeastCertain({ known }: { readonly known: Known }) {
  const words = useWords();
  const { agenda, names, goTo } = useSheet();
  const width = ({ low, high }: Spread): number => high - low;
  const all: readonly Uncertain[] = [
    { what: words("prepare.uncertainty.least.reservation"), span: width(known.reservation), step: "no-deal" as const },
    ...agenda.issues.flatMap(({ id, options }): readonly Uncertain[] => {
      const weight = known.weights[id];
      if (!weight) return [];
      return [
        {
          what: words("prepare.uncertainty.least.weight", { issue: names.issue(id) }),
          span: width(weight),
          step: "matters",
        },
        // an option's points: how open its value is counts as much as its issue weighs
        ...options.map((option) => ({
          what: words("prepare.uncertainty.least.value", { issue: names.issue(id), option: option.name }),
          span: (width(known.values[id]?.[option.id] ?? none) * weight.mid) / 100,
          step: placeOf({ id: "", kind: "option-order", issue: id, order: [] }).step,
          issue: id,
        })),
      ];
    }),
  ];
  const least = all
    .filter(({ span }) => span > 1)
    .sort((a, b) => b.span - a.span)
    .slice(0, 5);
  return (
    <section aria-labelledby="prepare-least">
      <h3 id="prepare-least">{words("prepare.uncertainty.least")}</h3>
      {least.length === 0 ? (
        <p>{words("prepare.uncertainty.least.none")}</p>
      ) : (
        <ol className="prepare-least">
          {least.map(({ what, span, step, issue }) => (
            <li key={what}>
              <button type="button" className="quiet" onClick={() => goTo(step, issue)}>
                <bdi>{what}</bdi>
              </button>
              <data value={span}>{words("prepare.uncertainty.least.span", { span: fixed(span, 1) })}</data>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const none: Spread = { low: 0, mid: 0, high: 0 };

function PackageTable({ known }: { readonly known: Known }) {
  const words = useWords();
  const { packages } = useSheet();
  const title = words("prepare.uncertainty.packages");
  return (
    <div>
      <h3>{title}</h3>
      {packages.length === 0 ? (
        <p>{words("prepare.uncertainty.noPackages")}</p>
      ) : (
        <Scroll label={title}>
          <table className="prepare-table">
            <caption>{words("prepare.uncertainty.packages.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("prepare.uncertainty.package")}</th>
                <th scope="col" className="number">
                  {words("prepare.uncertainty.accepts")}
                </th>
                <th scope="col">{words("prepare.uncertainty.worth")}</th>
                <th scope="col">{words("prepare.uncertainty.numbers")}</th>
              </tr>
            </thead>
            <tbody>
              {known.packages.map(({ package: id, worth, accepted, lines }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{packages.find((each) => each.id === id)?.name ?? id}</bdi>
                    {lines.length > 0 ? (
                      <small className="prepare-no prepare-crossed">
                        {words("prepare.uncertainty.crosses", {
                          count: lines.length,
                          lines: lines.map((line) => `“${line.replace(/[-_]+/g, " ")}”`).join(", "),
                        })}
                      </small>
                    ) : null}
                  </th>
                  {worth ? (
                    <>
                      <td className="number">
                        <data value={accepted}>{shareWords(accepted)}</data>
                      </td>
                      <td className="prepare-bar-cell">
                        <SpreadBar spread={worth} most={100} mark={known.reservation.mid} />
                      </td>
                      <td>
                        <Numbers spread={worth} />
                      </td>
                    </>
                  ) : (
                    <td colSpan={3} className="soft">
                      {words("prepare.uncertainty.partial")}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}

function Weights({ known }: { readonly known: Known }) {
  const words = useWords();
  const { agenda, names } = useSheet();
  const ranked = agenda.issues
    .flatMap(({ id }) => (known.weights[id] ? [[id, known.weights[id]] as const] : []))
    .sort(([, a], [, b]) => b.mid - a.mid);
  const most = Math.max(1, ...ranked.map(([, { high }]) => high));
  return (
    <>
      <SpreadTable
        title={words("prepare.uncertainty.reservation")}
        rows={[[words("prepare.noDeal.unit"), known.reservation]]}
        most={100}
      />
      <SpreadTable
        title={words("prepare.uncertainty.weights")}
        rows={ranked.map(([id, spread]) => [names.issue(id), spread] as const)}
        most={most}
      />
    </>
  );
}

function Values({ known }: { readonly known: Known }) {
  const words = useWords();
  const { agenda } = useSheet();
  return (
    <details className="prepare-values">
      <summary>{words("prepare.uncertainty.values")}</summary>
      {agenda.issues.map(({ id, name, options }) => (
        <SpreadTable
          key={id}
          title={name}
          level={4}
          rows={options
            .map((option) => [option.name, known.values[id]?.[option.id] ?? none] as const)
            .sort(([, a], [, b]) => b.mid - a.mid)}
          most={100}
        />
      ))}
    </details>
  );
}

function SpreadTable({
  title,
  rows,
  most,
  level = 3,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, Spread])[];
  readonly most: number;
  readonly level?: 3 | 4;
}) {
  const words = useWords();
  const Heading = `h${level}` as const;
  return (
    <section className="prepare-spreads">
      <Heading>
        <bdi>{title}</bdi>
      </Heading>
      <table className="prepare-table">
        <thead className="unseen">
          <tr>
            <th scope="col">{words("prepare.uncertainty.item")}</th>
            <th scope="col">{words("prepare.uncertainty.bar")}</th>
            <th scope="col">{words("prepare.uncertainty.numbers")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, spread]) => (
            <tr key={what}>
              <th scope="row">
                <bdi>{what}</bdi>
              </th>
              <td className="prepare-bar-cell">
                <SpreadBar spread={spread} most={most} />
              </td>
              <td className="prepare-numbers">
                <Numbers spread={spread} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Numbers({ spread }: { readonly spread: Spread }) {
  const words = useWords();
  const { low, mid, high } = spread;
  return (
    <data className="value" value={mid}>
      {high - low < 0.05
        ? fixed(mid, 1)
        : words("prepare.uncertainty.spread", { low: fixed(low, 1), mid: fixed(mid, 1), high: fixed(high, 1) })}
    </data>
  );
}
