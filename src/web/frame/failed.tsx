import { useWords } from "../words/words.tsx";

/** A mistake of ours: what failed, and the way on. */
export function Failed({ error }: { readonly error: Error }) {
  const words = useWords();
  return (
    <main id="main" className="notice">
      <h1>{words("frame.failed")}</h1>
      <p className="note">{error.message}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {words("frame.failed.again")}
      </button>
    </main>
  );
}
