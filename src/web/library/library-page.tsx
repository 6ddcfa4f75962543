import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { PageTitle } from "../frame/page-title.tsx";
import { Refusal } from "../shelf/refusal.tsx";
import { newScenarioKey, scenarioKey } from "../shelf/scenario-key.ts";
import type { Refused } from "../shelf/shelf.ts";
import { useRecords, useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { KeptHere } from "./kept-here.tsx";
import { newScenarioFiles } from "./new-scenario-files.ts";
import { OwnScenarios } from "./own-scenarios.tsx";
import { savedCounts } from "./saved-counts.ts";
import { ScenarioCard } from "./scenario-card.tsx";
import { useShippedCards } from "./shipped-cards.ts";
import "./library.css";

const recentShown = 5;

/** The first page: which conflict? */
export function LibraryPage() {
  const words = useWords();
  const shelf = useShelf();
  const navigate = useNavigate();
  const shipped = useShippedCards();
  const visits = useRecords("visit");
  const own = useRecords("scenario");
  const packages = useRecords("package");
  const sheets = useRecords("sheet");
  const saved = useMemo(() => savedCounts(packages, sheets), [packages, sheets]);
  const [refused, setRefused] = useState<Refused>();
  // the largest first: it shows most of what can be asked
  const cards = shipped.state === "there" ? [...shipped.cards].sort((a, b) => b.issues - a.issues) : [];
  const titles = new Map([
    ...cards.map(({ id, title }) => [scenarioKey(id), title] as const),
    ...own.map(({ id, title }) => [id, title] as const),
  ]);
  const recent = visits.filter(({ id }) => titles.has(id)).slice(0, recentShown);

  const begin = async (): Promise<void> => {
    const title = words("library.new.title");
    const id = newScenarioKey();
    const files = newScenarioFiles(title, new Date().toISOString().slice(0, 10));
    const kept = await shelf.save("scenario", { id, version: 0, changed: "", title, origin: { kind: "new" }, files });
    if (kept.ok) await navigate({ to: "/s/$key/edit", params: { key: id } });
    else setRefused(kept.error);
  };

  return (
    <main id="main" className="library">
      <PageTitle parts={[words("frame.library")]} />
      <div className="library-lead">
        <h1>{words("library.title")}</h1>
        <p>{words("library.lead")}</p>
        {recent.length > 0 ? (
          <nav aria-label={words("library.recent")} className="library-recent">
            <span className="soft">{words("library.recent")}</span>
            <ul>
              {recent.map(({ id }) => (
                <li key={id}>
                  <Link to="/s/$key" params={{ key: id }}>
                    <bdi>{titles.get(id)}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>

      <div className="library-columns">
        <div>
          <section aria-labelledby="library-shipped">
            <h2 id="library-shipped">{words("library.shipped")}</h2>
            {shipped.state === "failed" ? (
              <p role="alert">{words("library.unreachable", { why: shipped.why })}</p>
            ) : null}
            <ul className="library-cards" aria-busy={shipped.state === "asking"}>
              {cards
                .filter(({ id }) => !id.includes("/"))
                .map((card) => (
                  <ScenarioCard key={card.id} card={card} saved={saved.get(scenarioKey(card.id))} />
                ))}
            </ul>
          </section>
          <section aria-labelledby="library-textbook">
            <h2 id="library-textbook">{words("library.textbook")}</h2>
            <p className="note">{words("library.textbook.lead")}</p>
            <ul className="library-cards library-cards-small">
              {cards
                .filter(({ id }) => id.includes("/"))
                .map((card) => (
                  <ScenarioCard key={card.id} card={card} saved={saved.get(scenarioKey(card.id))} />
                ))}
            </ul>
          </section>
        </div>
        <div className="library-side">
          {refused ? <Refusal refused={refused} /> : null}
          <ImportPanel />
          <p className="library-new">
            <button type="button" onClick={begin}>
              {words("library.new")}
            </button>
          </p>
          <OwnScenarios saved={saved} />
          <KeptHere />
        </div>
      </div>
    </main>
  );
}
