/** Being written. */
export function EvidencePage() {
  return <h1>EvidencePage</h1>;
}
