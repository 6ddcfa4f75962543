import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "#elicitation";
import { useDeal } from "../../deal/deal-context.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { Refusal } from "../../shelf/refusal.tsx";
import type { Refused, SheetRecord } from "../../shelf/shelf.ts";
import { useRecords, useShelf } from "../../shelf/shelf-context.tsx";
import { useWords } from "../../words/words.tsx";
import { hashOf } from "../place-in-address.ts";

/** The sheets this browser holds for the scenario, the one changed last first. */
export function SheetList() {
  const words = useWords();
  const shelf = useShelf();
  const { key } = useDeal();
  const records = useRecords("sheet", { scenario: key });
  const [renaming, setRenaming] = useState<string>();
  const [deleting, setDeleting] = useState<SheetRecord>();
  const [refused, setRefused] = useState<Refused>();
  return (
    <section aria-labelledby="prepare-list">
      <h2 id="prepare-list">{words("prepare.start.list")}</h2>
      {refused ? <Refusal refused={refused} /> : null}
      {records.length === 0 ? <p className="note">{words("prepare.start.none")}</p> : null}
      <ul className="prepare-list">
        {records.map((record) => (
          <li key={record.id}>
            {renaming === record.id ? (
              <Rename
                record={record}
                onDone={async (name) => {
                  setRenaming(undefined);
                  if (name === undefined || name === record.name) return;
                  const saved = await shelf.save("sheet", { ...record, name });
                  setRefused(saved.ok ? undefined : saved.error);
                }}
              />
            ) : (
              <>
                <Link to="/s/$key/prepare" params={{ key }} hash={hashOf({ sheet: record.id, step: "matters" })}>
                  <bdi>{record.name}</bdi>
                </Link>
                <Facts record={record} />
                <span className="row">
                  <button type="button" className="quiet" onClick={() => setRenaming(record.id)}>
                    {words("prepare.start.rename")}
                    <span className="unseen"> {record.name}</span>
                  </button>
                  <button type="button" className="quiet" onClick={() => setDeleting(record)}>
                    {words("prepare.start.delete")}
                    <span className="unseen"> {record.name}</span>
                  </button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {deleting ? (
        <Confirm
          title={words("prepare.start.delete.sure", { name: deleting.name })}
          detail={words("prepare.start.delete.what")}
          yes={words("prepare.start.delete")}
          no={words("prepare.start.cancel")}
          onAnswer={async (yes) => {
            setDeleting(undefined);
            if (!yes) return;
            const removed = await shelf.remove("sheet", deleting.id);
            setRefused(removed.ok ? undefined : removed.error);
          }}
        />
      ) : null}
    </section>
  );
}

function Facts({ record }: { readonly record: SheetRecord }) {
  const words = useWords();
  const { written } = useDeal();
  const draft = readDraft(record.draft); // whatever another version kept
  const party = written.agenda.parties.find(({ id }) => id === draft?.party)?.name ?? draft?.party ?? "?";
  return (
    <small className="soft">
      {words("prepare.start.facts", {
        party,
        count: draft?.statements.length ?? 0,
        day: record.changed.slice(0, 10),
      })}
    </small>
  );
}

function Rename({
  record,
  onDone,
}: {
  readonly record: SheetRecord;
  readonly onDone: (name: string | undefined) => void;
}) {
  const words = useWords();
  const [name, setName] = useState(record.name);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name.trim() || undefined);
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked to write here
        autoFocus
        type="text"
        aria-label={words("prepare.start.rename.label")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onDone(undefined)}
      />
      <button type="submit">{words("prepare.start.rename.done")}</button>
    </form>
  );
}
