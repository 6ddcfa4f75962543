/** Being written. */
export function EditPage() {
  return <h1>EditPage</h1>;
}
