import { useId } from "react";
import { useWords } from "../../words/words.tsx";
import "./unlock-seat.css";

export type PassphraseDraft = { readonly first: string; readonly second: string };

const shortest = 12;

export function isGoodPassphrase({ first, second }: PassphraseDraft): boolean {
  return first.length >= shortest && first === second;
}

/** A passphrase, twice, since nobody can tell it to whoever mistyped it. */
export function NewPassphrase({
  draft,
  onDraft,
}: {
  readonly draft: PassphraseDraft;
  readonly onDraft: (draft: PassphraseDraft) => void;
}) {
  const words = useWords();
  const id = useId();
  const { first, second } = draft;
  const isShort = first !== "" && first.length < shortest;
  const differs = second !== "" && second !== first;
  return (
    <div className="unlock-seat-field">
      <p className="note">{words("join.shared.what")}</p>
      <label htmlFor={`${id}-first`}>{words("join.passphrase")}</label>
      <input
        id={`${id}-first`}
        type="password"
        autoComplete="new-password"
        value={first}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => onDraft({ first: target.value, second })}
      />
      <label htmlFor={`${id}-second`}>{words("join.passphrase.again")}</label>
      <input
        id={`${id}-second`}
        type="password"
        autoComplete="new-password"
        value={second}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => onDraft({ first, second: target.value })}
      />
      <p id={`${id}-fault`} aria-live="polite" className="small">
        {isShort
          ? words("join.passphrase.short", { least: shortest })
          : differs
            ? words("join.passphrase.differs")
            : ""}
      </p>
    </div>
  );
}
