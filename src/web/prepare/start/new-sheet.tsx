import { useId, useRef, useState } from "react";
import { draftFromSheet, emptyDraft, type SheetDraft } from "#elicitation";
import { useDeal } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";

/** A new sheet: whose, by whom, and from nothing or from a sheet of the scenario. */
export function NewSheet({ onBegin }: { readonly onBegin: (name: string, draft: SheetDraft) => Promise<void> }) {
  const words = useWords();
  const id = useId();
  const { written } = useDeal();
  const { agenda, sheets } = written;
  const [party, setParty] = useState(agenda.consent[0] ?? agenda.parties[0]?.id ?? "");
  const [kind, setKind] = useState<SheetDraft["kind"]>("own");
  const [author, setAuthor] = useState("");
  const [fromSheet, setFromSheet] = useState(false);
  const [missing, setMissing] = useState(false);
  const authorField = useRef<HTMLInputElement>(null);
  const sheet = sheets.find((each) => each.party === party);
  const begin = async (): Promise<void> => {
    if (author.trim() === "") {
      setMissing(true);
      authorField.current?.focus();
      return;
    }
    const draft = fromSheet && sheet ? draftFromSheet(agenda, sheet).draft : emptyDraft(agenda, party, author.trim());
    const { date: _, ...undated } = draft; // the day of the sheet it came from is not this one's
    const name = agenda.parties.find((each) => each.id === party)?.name ?? party;
    await onBegin(words("prepare.new.name", { party: name }), { ...undated, kind, author: author.trim() });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words("prepare.new")}</h2>
      <form
        className="prepare-new"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <p className="prepare-field">
          <label htmlFor={`${id}-party`}>{words("prepare.new.party")}</label>
          <select id={`${id}-party`} value={party} onChange={({ target }) => setParty(target.value)}>
            {agenda.parties.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </p>
        <fieldset className="prepare-field">
          <legend>{words("prepare.new.who")}</legend>
          {(["own", "estimate"] as const).map((each) => (
            <label key={each} className="prepare-check">
              <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />{" "}
              {words(`prepare.new.${each}`)}
            </label>
          ))}
        </fieldset>
        <p className="prepare-field">
          <label htmlFor={`${id}-author`}>{words("prepare.new.author")}</label>
          <input
            ref={authorField}
            id={`${id}-author`}
            type="text"
            maxLength={200}
            value={author}
            aria-invalid={missing}
            aria-describedby={`${id}-author-hint`}
            onChange={({ target }) => {
              setAuthor(target.value);
              setMissing(false);
            }}
          />
          <small id={`${id}-author-hint`} className={missing ? "prepare-no" : "soft"}>
            {words(missing ? "prepare.new.author.missing" : "prepare.new.author.hint")}
          </small>
        </p>
        <fieldset className="prepare-field">
          <legend>{words("prepare.new.from")}</legend>
          <label className="prepare-check">
            <input
              type="radio"
              name={`${id}-from`}
              checked={!fromSheet || !sheet}
              onChange={() => setFromSheet(false)}
            />{" "}
            {words("prepare.new.from.nothing")}
          </label>
          {sheet ? (
            <label className="prepare-check">
              <input type="radio" name={`${id}-from`} checked={fromSheet} onChange={() => setFromSheet(true)} />{" "}
              {words(sheet.kind === "own" ? "prepare.new.from.own" : "prepare.new.from.estimate", {
                author: sheet.author,
              })}
            </label>
          ) : null}
        </fieldset>
        <p>
          <button type="submit" className="primary">
            {words("prepare.new.begin")}
          </button>
        </p>
      </form>
    </section>
  );
}
