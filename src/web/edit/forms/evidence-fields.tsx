import { useWords } from "../../words/words.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { Fields, SelectField, TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { child, idsOf, idsValue, idText, type Part, setField } from "./read-value.ts";
import { RemoveButton } from "./section.tsx";

/** What stands behind a judgement: who, when, how sure, why, from where. */
export function EvidenceFields({ of, open = false }: { readonly of: Part; readonly open?: boolean }) {
  const words = useWords();
  const { edit } = useForm();
  const written = evidenceKeys.filter((key) => child(of.value, key) !== undefined).length;
  const text = (key: "author" | "date" | "why" | "note") => ({
    value: idText(child(of.value, key)) ?? "",
    onText: (value: string) => edit(setField(of, key, value.trim() === "" ? undefined : value)),
  });
  return (
    <details className="edit-evidence" open={open}>
      <summary>{words("edit.evidence", { count: written })}</summary>
      <Fields>
        <SelectField
          label={words("edit.evidence.confidence")}
          value={idText(child(of.value, "confidence"))}
          choices={(["high", "medium", "low"] as const).map((id) => ({ id, name: words(`edit.confidence.${id}`) }))}
          none={words("edit.inherited")}
          onChoice={(value) => edit(setField(of, "confidence", value))}
        />
        <TextField label={words("edit.evidence.author")} {...text("author")} />
        <TextField label={words("edit.evidence.date")} {...text("date")} hint={words("edit.day")} />
        <TextField label={words("edit.evidence.why")} {...text("why")} long />
        <TextField label={words("edit.note")} {...text("note")} long />
      </Fields>
      <SourcesField of={of} />
    </details>
  );
}

/** The sources of a holder: those it has, and a select for more. */
export function SourcesField({ of }: { readonly of: Part }) {
  const words = useWords();
  const { edit, names, readOnly } = useForm();
  const ids = idsOf(child(of.value, "sources"));
  const nameOf = (id: string): string => names.sources.find((one) => one.id === id)?.name ?? id;
  const write = (next: readonly string[]): void => edit(setField(of, "sources", idsValue(next)));
  return (
    <div className="edit-sources">
      {ids.length > 0 ? (
        <ul aria-label={words("edit.sources.of")}>
          {ids.map((id) => (
            <li key={id}>
              <code className="edit-id">{id}</code> <bdi>{nameOf(id)}</bdi>
              {readOnly ? null : <RemoveButton of={id} onRemove={() => write(ids.filter((one) => one !== id))} />}
            </li>
          ))}
        </ul>
      ) : null}
      {readOnly || names.sources.length === 0 ? null : (
        <SelectField
          label={words("edit.sources.add")}
          value={undefined}
          none={words("edit.sources.choose")}
          choices={names.sources
            .filter(({ id }) => !ids.includes(id))
            .map(({ id, name }) => ({ id, name: `${id}: ${name}` }))}
          onChoice={(id) => id && write([...ids, id])}
        />
      )}
    </div>
  );
}
