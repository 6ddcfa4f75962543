import { useRef, useState } from "react";
import { draftFromSheet, type ReopenedChange, type SheetDraft } from "#elicitation";
import type { Diagnostic } from "#prelude";
import { written } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { DiagnosticsList } from "../../intake/diagnostics-list.tsx";
import { useWords } from "../../words/words.tsx";
import { Unseal } from "./unseal.tsx";

type Begin = (name: string, draft: SheetDraft) => Promise<void>;
type Chosen =
  | { readonly kind: "sealed"; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: "mistakes";
      readonly name: string;
      readonly diagnostics: readonly Diagnostic[];
      readonly text: string;
    }
  | {
      readonly kind: "changed";
      readonly name: string;
      readonly draft: SheetDraft;
      readonly changes: readonly ReopenedChange[];
    }
  | { readonly kind: "problem"; readonly text: string };

const largest = 8 * 1024 * 1024;

/** A sheet from a file: of the scenario language, or sealed. */
export function OpenFile({ onBegin }: { readonly onBegin: Begin }) {
  const words = useWords();
  const { written: scenario } = useDeal();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const take = async (file: File): Promise<Chosen | undefined> => {
    if (file.size > largest) return { kind: "problem", text: words("prepare.openFile.tooLarge", { name: file.name }) };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    if (/\.age$/i.test(file.name) || start.startsWith("age-encryption.org/") || start.startsWith("-----BEGIN AGE"))
      return { kind: "sealed", name: file.name, bytes };
    const { parseSheet } = await import("#language"); // large, and only who opens a file needs it
    const { sheet, diagnostics } = parseSheet(file.name, bytes, scenario.agenda);
    if (!sheet) return { kind: "mistakes", name: file.name, diagnostics, text: new TextDecoder().decode(bytes) };
    const { draft, changes } = draftFromSheet(scenario.agenda, sheet);
    const name = file.name.replace(/\.ya?ml$/i, "");
    if (changes.length > 0) return { kind: "changed", name, draft, changes };
    await onBegin(name, draft);
    return undefined;
  };
  return (
    <section aria-labelledby="prepare-open">
      <h2 id="prepare-open">{words("prepare.openFile")}</h2>
      <p>{words("prepare.openFile.lead")}</p>
      <p>
        <button type="button" onClick={() => input.current?.click()}>
          {words("prepare.openFile.choose")}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml,.age"
        aria-label={words("prepare.openFile.choose")}
        onChange={async ({ target }) => {
          const file = target.files?.[0];
          if (!file) return;
          try {
            setChosen(await take(file));
          } catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            setChosen({ kind: "problem", text: words("prepare.openFile.unreadable", { name: file.name, why }) });
          }
          target.value = ""; // the same file may be chosen again
        }}
      />
      {chosen?.kind === "problem" ? (
        <p role="alert" className="prepare-no">
          {chosen.text}
        </p>
      ) : null}
      {chosen?.kind === "mistakes" ? (
        <>
          <p role="alert">{words("prepare.openFile.mistakes", { name: chosen.name })}</p>
          <DiagnosticsList diagnostics={chosen.diagnostics} files={new Map([[chosen.name, chosen.text]])} />
        </>
      ) : null}
      {chosen?.kind === "changed" ? (
        <div className="card" role="status">
          {chosen.changes.map((change) => (
            <p key={change.kind}>{changeWords(words, change)}</p>
          ))}
          <button type="button" className="primary" onClick={() => void onBegin(chosen.name, chosen.draft)}>
            {words("prepare.new.begin")}
          </button>
        </div>
      ) : null}
      {chosen?.kind === "sealed" ? (
        <Unseal key={chosen.name} name={chosen.name} bytes={chosen.bytes} onOpened={onBegin} />
      ) : null}
    </section>
  );
}

function changeWords(words: ReturnType<typeof useWords>, change: ReopenedChange): string {
  switch (change.kind) {
    case "rescaled":
      return words("prepare.openFile.rescaled", { factor: written(change.factor) });
    case "cap-left-out":
      return words("prepare.openFile.cap", { cap: written(change.cap) });
    case "no-weights":
      return words("prepare.openFile.noWeights");
  }
}
