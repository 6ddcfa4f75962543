/** A place in a file a person wrote. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export type Span = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

export function formatSpan(span: Span): string {
  return `${span.file}:${span.line}:${span.column}`;
}
