/** Being written. */
export function PreparePage() {
  return <h1>PreparePage</h1>;
}
