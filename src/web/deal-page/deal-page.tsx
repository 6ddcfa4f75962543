/** Being written. */
export function DealPage() {
  return <h1>DealPage</h1>;
}
