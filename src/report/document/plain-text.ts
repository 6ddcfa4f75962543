import { withoutControls } from "../plots/svg.ts";
import { inlines, type Text } from "./document.ts";

/** The words alone, for titles, labels and other places without markup. */
export function plainText(text: Text): string {
  return inlines(text)
    .map((inline) => {
      if (typeof inline === "string") return inline;
      if (inline.kind === "anchor") return "";
      // nothing isolates a name here, so marks that turn direction go
      return inline.kind === "strong" || inline.kind === "faint" ? plainText(inline.of) : withoutControls(inline.text);
    })
    .join("");
}
