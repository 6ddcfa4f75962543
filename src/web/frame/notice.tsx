import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words.tsx";
import { PageTitle } from "./page-title.tsx";
import "./notice.css";

/** A page that has only one thing to say. */
export function Notice({
  title,
  detail,
  waiting = false,
}: {
  readonly title: string;
  readonly detail?: string;
  readonly waiting?: boolean;
}) {
  const words = useWords();
  return (
    <main id="main" className="notice" aria-busy={waiting}>
      <PageTitle parts={[title]} />
      <h1>{title}</h1>
      {detail ? <p>{detail}</p> : null}
      {waiting ? null : (
        <p>
          <Link to="/">{words("frame.missing.back")}</Link>
        </p>
      )}
    </main>
  );
}
