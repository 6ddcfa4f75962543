/** Being written. */
export function ComposePanel() {
  return <h1>ComposePanel</h1>;
}
