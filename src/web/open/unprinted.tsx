import { useWords } from "../words/words.tsx";

/** On paper, in place of what is not computed yet; on the screen, where something says what it waits for, nothing. */
export function Unprinted() {
  const words = useWords();
  return <p className="note print-only">{words("open.print.missing")}</p>;
}
