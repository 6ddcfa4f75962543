import { useWords } from "../words/words.tsx";
import { Notice } from "./notice.tsx";

export function NotFound() {
  const words = useWords();
  return <Notice title={words("frame.missing")} />;
}
