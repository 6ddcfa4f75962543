import { useEffect, useRef, useState } from "react";
import { sealKeptSeat } from "#seat";
import { useWords } from "../../words/words.tsx";
import { holdUnlocked, keptSeats } from "./kept-seats.ts";
import { isGoodPassphrase, NewPassphrase } from "./new-passphrase.tsx";
import { random } from "./random.ts";
import type { SeatRecord } from "./seat-record.ts";

/** Puts a seat that lies open in this browser under a passphrase. */
export function ProtectSeat({
  record,
  onDone,
}: {
  readonly record: SeatRecord;
  readonly onDone: (how: "protected" | "failed" | "left") => void;
}) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState({ first: "", second: "" });
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const protect = async (): Promise<void> => {
    const { secret, id } = record;
    if (secret.schema !== "entente.seat/1") return;
    setBusy(true);
    const sealed = await sealKeptSeat(secret, draft.first, random);
    holdUnlocked(id, secret);
    const kept = await keptSeats.change("seat", id, (before) => ({ ...before, secret: sealed }));
    onDone(kept.ok ? "protected" : "failed");
  };

  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="protect-title" onClose={() => onDone("left")}>
      <h2 id="protect-title">{words("rooms-list.protect.title")}</h2>
      <p>
        <bdi>{words("rooms-list.protect.which", { name: record.name ?? "", title: record.title ?? "" })}</bdi>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGoodPassphrase(draft) && !busy) void protect();
        }}
      >
        <NewPassphrase draft={draft} onDraft={setDraft} />
        <p className="row">
          <button type="button" onClick={() => onDone("left")}>
            {words("rooms-list.protect.no")}
          </button>
          <button type="submit" className="primary" disabled={!isGoodPassphrase(draft) || busy}>
            {words("rooms-list.protect.yes")}
          </button>
          <span role="status">{busy ? words("join.taking.sealed") : ""}</span>
        </p>
      </form>
    </dialog>
  );
}
