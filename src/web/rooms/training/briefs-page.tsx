import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { PartyId, Scenario } from "#model";
import { Notice } from "../../frame/notice.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { useOpened } from "../../open/open-scenario.ts";
import { useWords } from "../../words/words.tsx";
import { PartyBrief } from "./party-brief.tsx";
import { PublicBrief } from "./public-brief.tsx";
import "../convene/convene.css";
import "./training.css";

/** What a trainer hands out on paper: the public brief, and to each role its own confidential one. */
export function BriefsPage() {
  const words = useWords();
  const { scenario: key } = useParams({ from: "/convene/$scenario/briefs" });
  const { opened } = useOpened(key);
  if (opened.state === "opening") return <Notice title={words("frame.loading")} waiting />;
  if (opened.state === "failed") return <Notice title={words("open.failed")} detail={opened.why} />;
  if (opened.state === "missing") return <Notice title={words("open.missing")} />;
  const { scenario } = opened.parsed;
  return scenario ? (
    <Briefs key={opened.key} scenario={scenario} scenarioKey={opened.key} />
  ) : (
    <Notice title={words("convene.broken")} />
  );
}

function Briefs({ scenario, scenarioKey }: { readonly scenario: Scenario; readonly scenarioKey: string }) {
  const words = useWords();
  const { agenda, sheets } = scenario;
  const all: readonly ("public" | PartyId)[] = ["public", ...agenda.parties.map(({ id }) => id)];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all));
  const nameOf = (one: string): string =>
    one === "public"
      ? words("training.brief.public")
      : words("training.brief.of", { party: agenda.parties.find(({ id }) => id === one)?.name ?? one });
  return (
    <main id="main" className="convene">
      <PageTitle parts={[words("training.briefs"), agenda.title]} />
      <div className="screen-only">
        <h1>{words("training.briefs")}</h1>
        <p className="convene-about">
          <bdi>{agenda.title}</bdi>
          {" · "}
          <Link to="/convene/$scenario" params={{ scenario: scenarioKey }}>
            {words("training.briefs.convene")}
          </Link>
        </p>
        <p>{words("training.briefs.what")}</p>
        <fieldset className="briefs-choose">
          <legend>{words("training.briefs.print")}</legend>
          <div className="convene-checks">
            {all.map((one) => (
              <label key={one}>
                <input
                  type="checkbox"
                  checked={chosen.has(one)}
                  onChange={({ target }) => {
                    const next = new Set(chosen);
                    if (target.checked) next.add(one);
                    else next.delete(one);
                    setChosen(next);
                  }}
                />{" "}
                {nameOf(one)}
              </label>
            ))}
          </div>
          <p>
            <button type="button" className="primary" disabled={chosen.size === 0} onClick={() => window.print()}>
              {words("training.briefs.print.do", { count: chosen.size })}
            </button>
          </p>
        </fieldset>
      </div>
      <PublicBrief agenda={agenda} printed={chosen.has("public")} />
      {agenda.parties.map(({ id }) => (
        <PartyBrief
          key={id}
          scenario={scenario}
          party={id}
          sheet={sheets.find((sheet) => sheet.party === id)}
          printed={chosen.has(id)}
        />
      ))}
    </main>
  );
}
