import { Link } from "@tanstack/react-router";
import { PageTitle } from "../../frame/page-title.tsx";
import { useShippedCards } from "../../library/shipped-cards.ts";
import { scenarioKey } from "../../shelf/scenario-key.ts";
import { useRecords } from "../../shelf/shelf-context.tsx";
import { useWords } from "../../words/words.tsx";
import "./convene.css";

/** Convening begins with what it is about. */
export function ChoosePage() {
  const words = useWords();
  const shipped = useShippedCards();
  const own = useRecords("scenario");
  const cards = shipped.state === "there" ? [...shipped.cards].sort((a, b) => b.issues - a.issues) : [];
  return (
    <main id="main" className="convene">
      <PageTitle parts={[words("convene.title")]} />
      <h1>{words("convene.title")}</h1>
      <p className="convene-lead">{words("convene.choose.lead")}</p>
      <section aria-labelledby="convene-shipped">
        <h2 id="convene-shipped">{words("convene.choose.shipped")}</h2>
        {shipped.state === "failed" ? <p role="alert">{words("library.unreachable", { why: shipped.why })}</p> : null}
        <ul className="convene-choices" aria-busy={shipped.state === "asking"}>
          {cards.map(({ id, title, issues, parties }) => (
            <li key={id}>
              <Link to="/convene/$scenario" params={{ scenario: scenarioKey(id) }}>
                <bdi>{title}</bdi>
              </Link>{" "}
              <span className="soft small">
                {words("convene.choose.facts", { issues, parties: parties.map(({ name }) => name).join(", ") })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="convene-own">
        <h2 id="convene-own">{words("convene.choose.own")}</h2>
        {own.length === 0 ? <p className="note">{words("convene.choose.own.none")}</p> : null}
        <ul className="convene-choices">
          {own.map(({ id, title }) => (
            <li key={id}>
              <Link to="/convene/$scenario" params={{ scenario: id }}>
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
