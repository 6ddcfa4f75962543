import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words.tsx";
import type { SavedCount } from "./saved-counts.ts";

/** How much this browser keeps for a scenario, and where it is; nothing where there is nothing. */
export function SavedLinks({
  scenario,
  title,
  saved,
}: {
  /** Its key. */
  readonly scenario: string;
  readonly title: string;
  readonly saved: SavedCount | undefined;
}) {
  const words = useWords();
  if (!saved) return null;
  return (
    <p className="library-saved">
      <span className="soft">{words("library.saved")}</span>
      {saved.packages > 0 ? (
        <Link to="/s/$key" params={{ key: scenario }} hash="packages">
          {words("library.saved.packages", { count: saved.packages })}
          <span className="unseen">: {title}</span>
        </Link>
      ) : null}
      {saved.sheets > 0 ? (
        <Link to="/s/$key/prepare" params={{ key: scenario }}>
          {words("library.saved.sheets", { count: saved.sheets })}
          <span className="unseen">: {title}</span>
        </Link>
      ) : null}
    </p>
  );
}
