import { Link, useParams } from "@tanstack/react-router";
import { type MessageId, useWords } from "../words/words.tsx";
import { pages } from "./page-of.ts";
import { PrintButton } from "./print-button.tsx";
import "./rail.css";

const dealSections = ["answer", "space", "packages", "unlocks", "sure", "claims"] as const;

/** The scenario's sections. Of one with mistakes only the editor can be opened. */
export function Rail({ title, broken = false }: { readonly title: string; readonly broken?: boolean }) {
  const words = useWords();
  const { key } = useParams({ from: "/s/$key" });
  return (
    <nav className="rail" aria-label={words("frame.sections")}>
      <p className="rail-title">
        <bdi>{title}</bdi>
      </p>
      <ul>
        {broken ? null : (
          <li>
            <Link to="/s/$key" params={{ key }} activeOptions={{ exact: true, includeHash: false }}>
              {words("frame.deal")}
            </Link>
            <ul className="rail-inner">
              {dealSections.map((section) => (
                <li key={section}>
                  <Link to="/s/$key" params={{ key }} hash={section} activeProps={{}}>
                    {words(`frame.deal.${section}` satisfies MessageId)}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        )}
        {pages.map((page) =>
          broken && page !== "edit" ? null : (
            <li key={page}>
              <Link to={`/s/$key/${page}`} params={{ key }}>
                {words(`frame.${page}` satisfies MessageId)}
              </Link>
            </li>
          ),
        )}
        {broken ? null : (
          <li>
            <Link to="/convene/$scenario" params={{ scenario: key }}>
              {words("frame.convene")}
            </Link>
          </li>
        )}
      </ul>
      {broken ? null : <PrintButton />}
    </nav>
  );
}
