import { Link } from "@tanstack/react-router";
import { roughCount } from "#report";
import type { ShippedCard } from "#wire";
import { DocumentText } from "../parts/document-text.tsx";
import { scenarioKey } from "../shelf/scenario-key.ts";
import { useWords } from "../words/words.tsx";
import type { SavedCount } from "./saved-counts.ts";
import { SavedLinks } from "./saved-links.tsx";

/** One conflict that comes with Entente: what it is about, when, who, how large. */
export function ScenarioCard({ card, saved }: { readonly card: ShippedCard; readonly saved: SavedCount | undefined }) {
  const words = useWords();
  const key = scenarioKey(card.id);
  return (
    <li className="library-card">
      <h3>
        <Link to="/s/$key" params={{ key }}>
          <bdi>{card.title}</bdi>
        </Link>
      </h3>
      <p className="library-facts">
        <span>{card.asOf === "1970-01-01" ? words("frame.undated") : words("frame.asOf", { day: card.asOf })}</span>
        <span>{words("library.issues", { count: card.issues })}</span>
        <span>
          <DocumentText text={words("library.combinations", { count: roughCount(card.combinations) })} />
        </span>
        <span>{words("library.packages", { count: card.packages })}</span>
      </p>
      <p className="library-summary">
        <bdi>{card.summary}</bdi>
      </p>
      <p className="library-parties">{card.parties.map(({ name }) => name).join(" · ")}</p>
      <SavedLinks scenario={key} title={card.title} saved={saved} />
    </li>
  );
}
