import { useId, useRef, useState } from "react";
import { exportRecord } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useHall, useRoom } from "../room/live/live-room.tsx";
import { type BundleVerdict, checkInWorker } from "./check-in-worker.ts";
import { Verdict } from "./verdict.tsx";

type Check =
  | { readonly state: "checking"; readonly what: string }
  | { readonly state: "checked"; readonly what: string; readonly verdict: BundleVerdict }
  | { readonly state: "failed"; readonly what: string; readonly why: string };

/** Checks a record's file here, by nothing but what stands in it. */
export function CheckBundle() {
  const { session } = useRoom();
  const words = useWords();
  const id = useId();
  const { hostKey } = useHall();
  const [check, setCheck] = useState<Check>();
  const round = useRef(0);

  async function run(what: string, read: () => Promise<string>): Promise<void> {
    const mine = ++round.current; // what is chosen last counts
    const tell = (state: Check): void => {
      if (mine === round.current) setCheck(state);
    };
    tell({ state: "checking", what });
    try {
      tell({ state: "checked", what, verdict: await checkInWorker(await read()) });
    } catch (error) {
      tell({ state: "failed", what, why: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <>
      <p>{words("record.check.what")}</p>
      <p className="row screen-only">
        <label htmlFor={`${id}-file`}>{words("record.check.file")}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void run(file.name, () => file.text());
            event.target.value = ""; // the same file may be chosen again
          }}
        />
        <button
          type="button"
          onClick={() =>
            run(words("record.check.held"), async () => {
              const text = exportRecord(session);
              if (text === undefined) throw new Error(words("record.export.failed"));
              return text;
            })
          }
        >
          {words("record.check.mine")}
        </button>
      </p>
      <div aria-live="polite">
        {check?.state === "checking" ? <p>{words("record.checking", { what: check.what })}</p> : null}
        {check?.state === "failed" ? <p>{words("record.check.failed", { what: check.what, why: check.why })}</p> : null}
        {check?.state === "checked" ? <Verdict what={check.what} verdict={check.verdict} ownHostKey={hostKey} /> : null}
      </div>
    </>
  );
}
