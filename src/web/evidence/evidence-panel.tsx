/** Being written. */
export function EvidencePanel() {
  return <h1>EvidencePanel</h1>;
}
