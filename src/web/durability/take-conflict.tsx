import type { Conflict } from "#model";
import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";

type TakeConflictProps = { readonly conflict: Conflict; readonly name: string };

/** The generated conflict as a file: to change a lever or an order, and ask `entente stability` again. */
export function TakeConflict({ conflict, name }: TakeConflictProps) {
  const words = useWords();
  const take = async (form: "yaml" | "gmcr") => {
    // large, and only who takes a file needs it
    const { formatConflict, formatGmcr } = await import("#language");
    const titled = { ...conflict, title: name };
    if (form === "yaml") download("after-signature.yaml", formatConflict(titled));
    else download("after-signature.gmcr", formatGmcr(titled), "application/json");
  };
  return (
    <p className="row screen-only">
      <button type="button" onClick={() => take("yaml")}>
        {words("durability.take")}
      </button>
      <button type="button" onClick={() => take("gmcr")}>
        {words("durability.take.gmcr")}
      </button>
      <span className="small soft">{words("durability.take.why")}</span>
    </p>
  );
}
