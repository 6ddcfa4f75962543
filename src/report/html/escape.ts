/** Text for an HTML document, in content or in a quoted attribute. Control characters, which HTML forbids, go. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Words from a file or a person: escaped, and isolated so that their direction cannot spill over their neighbours. */
export function isolated(text: string, attributes = ""): string {
  return `<bdi${attributes}>${escapeHtml(text)}</bdi>`;
}
