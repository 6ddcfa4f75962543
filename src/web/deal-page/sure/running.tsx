import { useWords } from "../../words/words.tsx";

/** How far the draws are, and a way to end them with those made so far. */
export function Running({
  done,
  of,
  onStop,
}: {
  readonly done: number;
  readonly of: number;
  readonly onStop: () => void;
}) {
  const words = useWords();
  const text = words("sure.drawing", { done, of });
  return (
    <div className="row sure-running screen-only">
      <progress value={done} max={of} aria-label={text} />
      <span className="small">{text}</span>
      <button type="button" onClick={onStop}>
        {words("sure.stop")}
      </button>
    </div>
  );
}
