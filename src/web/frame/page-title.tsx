import { useEffect } from "react";
import { useWords } from "../words/words.tsx";

/** The document's title, from what is most particular to the name of the program. */
export function PageTitle({ parts }: { readonly parts: readonly string[] }) {
  const words = useWords();
  const title = [...parts, words("frame.name")].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
