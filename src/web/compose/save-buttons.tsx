import { type RefObject, useEffect, useRef, useState } from "react";
import { useDeal } from "../deal/deal-context.tsx";
import { savedId } from "../deal/saved-packages.ts";
import { randomUuid } from "../shelf/random-uuid.ts";
import { Refusal } from "../shelf/refusal.tsx";
import type { PackageRecord, Refused } from "../shelf/shelf.ts";
import { useShelf, useShelfTrouble } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { sameChoices } from "./same-choices.ts";
import { standOnVersion, versionStoodOn } from "./saved-versions.ts";
import type { Composition } from "./use-composition.ts";

type SaveButtonsProps = {
  readonly composition: Composition;
  readonly records: readonly PackageRecord[];
  readonly nameField: RefObject<HTMLInputElement | null>;
};

type Said =
  | { readonly kind: "nothing" | "name.missing" | "name.taken" | "deleted" | "asking" }
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "refused"; readonly refused: Refused };

/** Keeps the draft on the shelf: over the saved package it began as, or as a new one. */
export function SaveButtons({ composition, records, nameField }: SaveButtonsProps) {
  const { key, act } = useDeal();
  const shelf = useShelf();
  const trouble = useShelfTrouble();
  const words = useWords();
  const [said, setSaid] = useState<Said>({ kind: "nothing" });
  const deleteButton = useRef<HTMLButtonElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const { draft, scenario } = composition;
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const mine = records.find((record) => savedId(record.id) === draft.from);
  useEffect(() => {
    if (!mine) return;
    // begun with it, now or again: this is the version the draft stands on
    if (versionStoodOn(mine.id) === undefined || sameChoices(mine.choices, draft.choices)) {
      standOnVersion(mine.id, mine.version);
    }
  }, [mine, draft.choices]);

  const save = async (over: PackageRecord | undefined) => {
    const name = (nameField.current?.value ?? draft.name).trim();
    const others = scenario.packages.filter(({ id }) => over === undefined || id !== savedId(over.id));
    const wrong =
      name === "" ? "name.missing" : others.some((one) => isSameName(one.name, name)) ? "name.taken" : undefined;
    if (wrong) {
      setSaid({ kind: wrong });
      nameField.current?.focus();
      return;
    }
    const { choices } = draft;
    const saved = await shelf.save(
      "package",
      over
        ? { ...over, name, choices, version: versionStoodOn(over.id) ?? over.version }
        : { id: randomUuid(), version: 0, changed: "", scenario: key, name, choices },
    );
    if (!saved.ok) return setSaid({ kind: "refused", refused: saved.error });
    standOnVersion(saved.value.id, saved.value.version);
    const from = savedId(saved.value.id);
    const now = latest.current; // the reader may have gone on meanwhile
    if (now.from !== from || now.name !== name) act({ kind: "compose", draft: { ...now, name, from } });
    setSaid({ kind: "saved", name });
  };
  const remove = async () => {
    if (!mine) return;
    const removed = await shelf.remove("package", mine.id);
    setSaid(removed.ok ? { kind: "deleted" } : { kind: "refused", refused: removed.error });
    saveButton.current?.focus();
  };
  const unsaved = mine !== undefined && !(mine.name === draft.name && sameChoices(mine.choices, draft.choices));
  return (
    <>
      <button type="button" ref={saveButton} className="primary" onClick={() => void save(mine)}>
        {words("compose.save")}
      </button>
      {mine ? (
        <>
          <button type="button" onClick={() => void save(undefined)}>
            {words("compose.saveAsNew")}
          </button>
          <button type="button" ref={deleteButton} onClick={() => setSaid({ kind: "asking" })}>
            {words("compose.delete")}
          </button>
        </>
      ) : null}
      {said.kind === "asking" && mine ? (
        <div className="row compose-asking">
          <span>{words("compose.delete.sure", { name: mine.name })}</span>
          <button type="button" onClick={() => void remove()}>
            {words("compose.delete.yes")}
          </button>
          <button
            type="button"
            // biome-ignore lint/a11y/noAutofocus: the question takes the focus to its harmless answer
            autoFocus
            onClick={() => {
              setSaid({ kind: "nothing" });
              deleteButton.current?.focus();
            }}
          >
            {words("compose.delete.no")}
          </button>
        </div>
      ) : null}
      <span role="status" className="compose-status">
        {said.kind === "saved" && !unsaved
          ? words(trouble ? "compose.saved.notKept" : "compose.saved", { name: said.name })
          : said.kind === "name.missing" || said.kind === "name.taken"
            ? words(`compose.${said.kind}`)
            : said.kind === "deleted"
              ? words("compose.deleted")
              : unsaved
                ? words("compose.unsaved")
                : null}
      </span>
      {said.kind === "refused" ? <Refusal refused={said.refused} /> : null}
      {said.kind === "saved" && trouble ? <Refusal refused={trouble} /> : null}
    </>
  );
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
