import type { NamedVerdict } from "#report";
import { DocumentText } from "../parts/document-text.tsx";
import { useWords } from "../words/words.tsx";

/** Every verdict in a line, each leading to its section. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly NamedVerdict[] }) {
  const words = useWords();
  return (
    <ul className="durability-verdicts" aria-label={words("durability.verdicts")}>
      {verdicts.map(({ section, name, verdict }) => (
        <li key={section} data-verdict={section}>
          <a href={`#${section}`}>
            <DocumentText text={name} />
          </a>
          <span>
            <DocumentText text={verdict} />
          </span>
        </li>
      ))}
    </ul>
  );
}
