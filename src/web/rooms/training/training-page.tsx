import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Notice } from "../../frame/notice.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
import { useKept } from "../kept-seats/kept-seats.ts";
import type { TrainingRecord } from "../kept-seats/seat-record.ts";
import { AllDeadlines } from "./all-deadlines.tsx";
import { EndAll } from "./end-all.tsx";
import { GroupLinks } from "./group-links.tsx";
import { Progress } from "./progress.tsx";
import { SettlementsBeside } from "./settlements-beside.tsx";
import { useGroups } from "./use-groups.ts";
import "../convene/convene.css";
import "./training.css";

/** Several groups at one plan: their links, briefs, progress, deadline, and their end. */
export function TrainingPage() {
  const words = useWords();
  const { set } = useParams({ from: "/rooms/training/$set" });
  const sets = useKept("training");
  if (!sets) return <Notice title={words("join.reading")} waiting />;
  const found = sets.find(({ id }) => id === set);
  return found ? <Training set={found} /> : <Notice title={words("training.missing")} />;
}

function Training({ set }: { readonly set: TrainingRecord }) {
  const words = useWords();
  const { groups, again } = useGroups(set);
  const [showsLinks, setShowsLinks] = useState(false);
  return (
    <main id="main" className="convene training">
      <PageTitle parts={[set.title, words("training.title")]} />
      <div className="screen-only">
        <p className="soft">{words("training.title")}</p>
        <h1>
          <bdi>{set.title}</bdi>
        </h1>
        <p className="row">
          <Link to="/convene/$scenario/briefs" params={{ scenario: set.scenario }}>
            {words("training.briefs.open")}
          </Link>
        </p>
        <Progress groups={groups} onAgain={again} />
        <AllDeadlines groups={groups} onDone={again} />
      </div>
      <section aria-labelledby="training-links">
        <div className="screen-only">
          <h2 id="training-links">{words("training.links")}</h2>
          <p>{words("convene.invitations.lead")}</p>
          <p>{words("convene.invitations.once")}</p>
          <p className="row">
            <button type="button" aria-expanded={showsLinks} onClick={() => setShowsLinks(!showsLinks)}>
              {words(showsLinks ? "training.links.hide" : "training.links.show")}
            </button>
            {showsLinks ? (
              <button type="button" onClick={() => window.print()}>
                {words("convene.invitations.print")}
              </button>
            ) : null}
          </p>
        </div>
        {showsLinks ? groups.map((group) => <GroupLinks key={group.negotiation} group={group} />) : null}
      </section>
      <div className="screen-only">
        <EndAll groups={groups} onDone={again} />
        <SettlementsBeside groups={groups} />
      </div>
    </main>
  );
}
