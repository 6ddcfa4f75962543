import { type ReactNode, useId, useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnostic, formatSpan } from "#prelude";
import { linesOf, sourceExcerpt } from "./source-excerpt.ts";
import "./diagnostics-list.css";

const most = 200;

type Shown = { readonly file: string; readonly diagnostics: readonly Diagnostic[] };

/** Everything that is wrong, by file, each with the lines of the file it is about. */
export function DiagnosticsList({
  diagnostics,
  files,
  onGo,
  beside,
}: {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts by the names the diagnostics use; one that is missing is shown without its lines. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the text can be gone to: each place is then a button. */
  readonly onGo?: (diagnostic: Diagnostic) => void;
  /** What else can be done about it, after how to put it right. */
  readonly beside?: (diagnostic: Diagnostic) => ReactNode;
}) {
  const intl = useIntl();
  const id = useId();
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const shown = useMemo(() => byFile(diagnostics.slice(0, most)), [diagnostics]);
  if (diagnostics.length === 0)
    return <p className="diagnostics-none">{intl.formatMessage({ id: "intake.diagnostics.none" })}</p>;
  return (
    <section className="diagnostics" aria-label={intl.formatMessage({ id: "intake.diagnostics.label" })}>
      <p className="diagnostics-count">
        <FormattedMessage id="intake.diagnostics.count" values={{ errors, warnings: diagnostics.length - errors }} />
      </p>
      {shown.map(({ file, diagnostics: own }, index) => (
        <section key={file} aria-labelledby={`${id}-${index}`}>
          <h3 id={`${id}-${index}`} className="diagnostics-file">
            <bdi>{file}</bdi>
          </h3>
          <FileDiagnostics
            diagnostics={own}
            text={files.get(file)}
            {...(onGo ? { onGo } : {})}
            {...(beside ? { beside } : {})}
          />
        </section>
      ))}
      {diagnostics.length > most ? (
        <p className="diagnostics-more">
          <FormattedMessage id="intake.diagnostics.more" values={{ count: diagnostics.length - most }} />
        </p>
      ) : null}
    </section>
  );
}

function FileDiagnostics({
  diagnostics,
  text,
  onGo,
  beside,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string | undefined;
  readonly onGo?: (diagnostic: Diagnostic) => void;
  readonly beside?: (diagnostic: Diagnostic) => ReactNode;
}) {
  const lines = useMemo(() => (text === undefined ? [] : linesOf(text)), [text]);
  return (
    <ol className="diagnostics-list">
      {diagnostics.map((diagnostic, index) => (
        <li key={index} className={`diagnostics-item diagnostics-${diagnostic.severity}`}>
          <p className="diagnostics-head">
            <strong className="diagnostics-severity">
              <FormattedMessage id={`intake.diagnostics.${diagnostic.severity}`} />
            </strong>{" "}
            {onGo ? (
              <button type="button" className="quiet diagnostics-place" onClick={() => onGo(diagnostic)}>
                {formatSpan(diagnostic.at)}
              </button>
            ) : (
              <code className="diagnostics-place">{formatSpan(diagnostic.at)}</code>
            )}{" "}
            <code className="diagnostics-code">{diagnostic.code}</code>
          </p>
          <p>
            <bdi>{diagnostic.message}</bdi>
          </p>
          <p className="diagnostics-fix">
            <FormattedMessage id="intake.diagnostics.fix" values={{ fix: diagnostic.fix }} />
          </p>
          {beside?.(diagnostic)}
          <Excerpt lines={lines} diagnostic={diagnostic} />
        </li>
      ))}
    </ol>
  );
}

function Excerpt({ lines, diagnostic }: { readonly lines: readonly string[]; readonly diagnostic: Diagnostic }) {
  const intl = useIntl();
  const { line, column } = diagnostic.at;
  const excerpt = sourceExcerpt(lines, line, column);
  if (excerpt.length === 0) return null;
  const label = intl.formatMessage({ id: "intake.diagnostics.excerpt" }, { place: `${line}:${column}` });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure has a caption to be seen, and this one is for those who do not see
    <div role="group" aria-label={label} className="diagnostics-excerpt" dir="ltr">
      {excerpt.map(({ number, before, marked, after }) => (
        <div key={number} className={marked === "" ? "diagnostics-line" : "diagnostics-line diagnostics-line-marked"}>
          <span className="diagnostics-number">{number}</span>
          <code>
            {before}
            {marked === "" ? null : <mark>{marked}</mark>}
            {after}
          </code>
        </div>
      ))}
    </div>
  );
}

/** In the order in which the files are first named. */
function byFile(diagnostics: readonly Diagnostic[]): readonly Shown[] {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const own = files.get(diagnostic.at.file) ?? [];
    own.push(diagnostic);
    files.set(diagnostic.at.file, own);
  }
  return [...files].map(([file, own]) => ({ file, diagnostics: own }));
}
