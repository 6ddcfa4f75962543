import { withoutStatements } from "./draft-changes.ts";
import { useSheet } from "./sheet-context.ts";

/** That the same was said in the other way too, and counts; one press withdraws it. Nothing where nothing was. */
export function AlsoSaid({
  ids,
  text,
  withdraw,
}: {
  readonly ids: readonly string[];
  readonly text: string;
  readonly withdraw: string;
}) {
  const { draft, change } = useSheet().session;
  if (ids.length === 0) return null;
  return (
    <p className="prepare-also">
      {text}{" "}
      <button type="button" className="quiet" onClick={() => change(withoutStatements(draft, ids))}>
        {withdraw}
      </button>
    </p>
  );
}
