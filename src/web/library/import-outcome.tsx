import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Diagnostic } from "#prelude";
import { describeIntakeProblem } from "../intake/describe-intake.ts";
import { DiagnosticsList } from "../intake/diagnostics-list.tsx";
import type { ImportChoice, ImportedFiles } from "../intake/import-files.ts";
import { useWords } from "../words/words.tsx";

/** Names of files that were seen and not known are told up to so many. */
const mostNames = 6;

/** What came of an import, in words, with the way on. What went wrong, and in which file, comes before what follows from it. */
export function ImportOutcome({
  imported,
  onChoose,
}: {
  readonly imported: ImportedFiles;
  readonly onChoose: (choice: ImportChoice) => void;
}) {
  const intl = useIntl();
  const words = useWords();
  const problems =
    imported.problems.length > 0 ? (
      <ul className="small">
        {imported.problems.map((problem) => (
          <li key={`${problem.path} ${problem.what}`}>
            <FormattedMessage {...describeIntakeProblem(problem)} />
          </li>
        ))}
      </ul>
    ) : null;
  const isOpen = imported.kind === "scenario" || imported.kind === "choose";
  return (
    <div className="library-outcome" role="status">
      {isOpen ? null : problems}
      {outcome()}
      {isOpen ? problems : null}
    </div>
  );

  function named(files: readonly string[]): string {
    const more = files.length - mostNames;
    const first = files.slice(0, mostNames);
    return intl.formatList(more > 0 ? [...first, words("intake.more", { count: more })] : first, {
      type: "conjunction",
    });
  }

  function outcome(): ReactNode {
    switch (imported.kind) {
      case "scenario": {
        const { record, scenario, diagnostics, texts } = imported;
        return (
          <>
            {scenario ? null : <First diagnostics={diagnostics} />}
            <p>
              {words(scenario ? "library.import.done" : "library.import.broken", { title: record.title })}{" "}
              {scenario ? (
                <Link to="/s/$key" params={{ key: record.id }}>
                  {words("library.import.open")}
                </Link>
              ) : (
                <Link to="/s/$key/edit" params={{ key: record.id }}>
                  {words("library.import.edit")}
                </Link>
              )}
            </p>
            {diagnostics.length > 0 ? <DiagnosticsList diagnostics={diagnostics} files={texts} /> : null}
          </>
        );
      }
      case "choose":
        return (
          <>
            <p>{words("library.import.which")}</p>
            <ul className="library-choices">
              {imported.among.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    onClick={() => onChoose(imported.what === "place" ? { place: one } : { domain: one })}
                  >
                    <bdi>{one}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </>
        );
      case "diagnostics":
        return (
          <>
            <First diagnostics={imported.diagnostics} />
            <p>{words("library.import.failed")}</p>
            <DiagnosticsList diagnostics={imported.diagnostics} files={imported.texts} />
          </>
        );
      case "sheet":
        return <p>{words("library.import.sheet", { file: imported.file })}</p>;
      case "sheets":
        return <p>{words("library.import.sheets", { files: named(imported.given) })}</p>;
      case "sealed-sheet":
        return <p>{words("library.import.sealed", { file: imported.file })}</p>;
      case "failed":
        return (
          <p>
            {imported.why} {words("library.import.failed")}
          </p>
        );
      case "none-taken":
        return <p>{words("library.import.failed")}</p>;
      case "empty":
        return (
          <p>
            <strong>
              {imported.given === ""
                ? words("intake.empty.nothing")
                : words(`intake.empty.${imported.what}`, { name: imported.given })}
            </strong>{" "}
            {words("library.import.failed")}
          </p>
        );
      case "unknown": {
        const { given, seen } = imported;
        return (
          <>
            <p>
              <strong>
                {seen.length === 1 && seen[0] === given
                  ? words("intake.unknown.file", { name: given })
                  : words("intake.unknown.folder", { files: named(seen) })}
              </strong>{" "}
              {words("library.import.failed")}
            </p>
            <p className="small">{words("intake.accepted")}</p>
          </>
        );
      }
      case "shelf":
        return null; // the panel takes it itself
    }
  }
}

/** The first mistake: the file, the line, and what is wrong there. */
function First({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const words = useWords();
  const first = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0];
  if (!first) return null;
  const { file, line } = first.at;
  return (
    <p>
      <strong>{words("intake.first.place", { file, line: String(line) })}</strong> <bdi>{first.message}</bdi>
    </p>
  );
}
