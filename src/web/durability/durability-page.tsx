import { useWords } from "../words/words.tsx";

/** Will it hold? For the package in the composer. */
export function DurabilityPage() {
  const words = useWords();
  return <h1>{words("durability.title")}</h1>;
}
