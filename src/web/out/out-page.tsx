/** Being written. */
export function OutPage() {
  return <h1>OutPage</h1>;
}
