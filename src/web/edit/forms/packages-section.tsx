import { useWords } from "../../words/words.tsx";
import { SourcesField } from "./evidence-fields.tsx";
import { CheckFields, Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { NamedList } from "./named-list.tsx";
import { child, type Entry, idsOf, idsValue, idText, partOf, setField, unknownKeys } from "./read-value.ts";
import { OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

const known = ["name", "authors", "addressees", "date", "status", "base", "set", "note", "sources"];

export function PackagesSection() {
  const words = useWords();
  const { edit, names } = useForm();
  return (
    <NamedList
      section="packages"
      title={words("edit.packages")}
      add={words("edit.packages.add")}
      newId="package"
      newValue={(id) => new Map([["name", id]])}
      naming={(id) => ({ kind: "package", id })}
    >
      {(entry) => (
        <>
          <Fields>
            <TextOf of={entry} name="name" label={words("edit.name")} />
            <TextOf of={entry} name="date" label={words("edit.packages.date")} hint={words("edit.day")} />
            <TextOf of={entry} name="status" label={words("edit.packages.status")} />
            <SelectField
              label={words("edit.packages.base")}
              value={idText(child(entry.value, "base"))}
              none={words("edit.none")}
              choices={names.packages.filter(({ id }) => id !== entry.key)}
              onChoice={(id) => edit(setField(entry, "base", id))}
            />
            <TextOf of={entry} name="note" label={words("edit.note")} long />
          </Fields>
          {(["authors", "addressees"] as const).map((who) => (
            <CheckFields
              key={who}
              label={words(`edit.packages.${who}`)}
              values={idsOf(child(entry.value, who))}
              choices={names.parties}
              onChange={(ids) => edit(setField(entry, who, idsValue(ids)))}
            />
          ))}
          <ChoicesOf entry={entry} />
          <SourcesField of={entry} />
          <OnlyInSource path={entry.path} keys={unknownKeys(entry.value, known)} />
        </>
      )}
    </NamedList>
  );
}

function ChoicesOf({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const { edit, names } = useForm();
  const set = partOf(entry, "set");
  const based = child(entry.value, "base") !== undefined;
  return (
    <fieldset className="edit-choices">
      <legend>{words("edit.packages.choices")}</legend>
      {names.issues.map((issue) => {
        const chosen = idText(child(set.value, issue.id));
        return (
          <SelectField
            key={issue.id}
            label={issue.name}
            value={chosen}
            none={words(based ? "edit.packages.fromBase" : "edit.packages.open")}
            choices={issue.options}
            onChoice={(option) => {
              if (option !== undefined) return edit([{ kind: "set", path: [...set.path, issue.id], value: option }]);
              const last = set.value instanceof Map && set.value.size === 1;
              if (chosen !== undefined) edit([{ kind: "remove", path: last ? set.path : [...set.path, issue.id] }]);
            }}
          />
        );
      })}
    </fieldset>
  );
}
