import { useId, useState } from "react";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
import { unlock } from "./kept-seats.ts";
import type { SeatRecord } from "./seat-record.ts";
import "./unlock-seat.css";

/** A seat of this browser that is under a passphrase: as a page of its own. */
export function UnlockSeat({ record }: { readonly record: SeatRecord }) {
  const words = useWords();
  const id = useId();
  const [passphrase, setPassphrase] = useState("");
  const [state, setState] = useState<"asking" | "trying" | "wrong">("asking");
  const title = words("join.unlock.title", { name: record.name ?? "" });
  return (
    <main id="main" className="unlock-seat">
      <PageTitle parts={[title]} />
      <h1>{title}</h1>
      <p>
        <bdi>{record.title}</bdi>
      </p>
      <p className="note">{words("join.unlock.what")}</p>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          setState("trying");
          if (!(await unlock(record, passphrase))) setState("wrong");
        }}
      >
        <p className="unlock-seat-field">
          <label htmlFor={id}>{words("join.passphrase")}</label>
          <input
            id={id}
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        </p>
        {state === "wrong" ? <p role="alert">{words("join.unlock.wrong")}</p> : null}
        <p className="row">
          <button type="submit" className="primary" disabled={passphrase === "" || state === "trying"}>
            {words("join.unlock.open")}
          </button>
          <span role="status">{state === "trying" ? words("join.unlock.trying") : ""}</span>
        </p>
      </form>
    </main>
  );
}
