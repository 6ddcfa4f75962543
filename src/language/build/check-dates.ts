import type { Reader } from "./reader.ts";

/** Reports a period that ends before it starts. */
export function checkDates(
  { document, diagnostics }: Reader,
  raw: { readonly from?: string | undefined; readonly until?: string | undefined },
): void {
  const { from, until } = raw;
  if (from === undefined || until === undefined || from <= until) return;
  diagnostics.error("dates-reversed", document.at(raw, "until"), () => ({
    message: `This ends on ${until}, before it starts on ${from}.`,
    fix: "Swap the two dates or correct one.",
  }));
}
