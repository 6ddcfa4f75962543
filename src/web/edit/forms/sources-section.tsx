import type { YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { NamedList } from "./named-list.tsx";
import { child, idText, partOf, setField, unknownKeys } from "./read-value.ts";
import { OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

const kinds = ["reporting", "analysis", "official", "survey", "treaty", "data", "judgement"] as const;
const statuses = ["asserted", "contested", "debunked", "corroborated"] as const;

export function SourcesSection() {
  const words = useWords();
  const { edit } = useForm();
  return (
    <NamedList
      section="sources"
      title={words("edit.sources")}
      add={words("edit.sources.new")}
      newId="source"
      field="title"
      newValue={(id) => {
        const unstated = words("edit.sources.unstated");
        return new Map([
          ["title", id],
          ["publisher", unstated],
          ["date", unstated],
          ["kind", "analysis"],
          ["funding", unstated],
        ]);
      }}
      naming={(id) => ({ kind: "source", id })}
    >
      {(source) => (
        <>
          <Fields>
            <TextOf of={source} name="title" label={words("edit.sources.title")} required long />
            <TextOf of={source} name="publisher" label={words("edit.sources.publisher")} required />
            <TextOf of={source} name="date" label={words("edit.sources.date")} required />
            <TextOf of={source} name="funding" label={words("edit.sources.funding")} required long />
            <SelectField
              label={words("edit.sources.kind")}
              value={idText(child(source.value, "kind"))}
              choices={kinds.map((id) => ({ id, name: words(`edit.sources.kind.${id}`) }))}
              onChoice={(id) => id && edit(setField(source, "kind", id))}
            />
            <SelectField
              label={words("edit.sources.status")}
              value={idText(child(source.value, "status"))}
              none={words("edit.sources.status.none")}
              choices={statuses.map((id) => ({ id, name: words(`edit.sources.status.${id}`) }))}
              onChoice={(id) => edit(setField(source, "status", id))}
            />
            <TextOf of={source} name="note" label={words("edit.note")} long />
          </Fields>
          <OnlyInSource
            path={source.path}
            keys={unknownKeys(source.value, ["title", "publisher", "date", "funding", "kind", "status", "note"])}
          />
        </>
      )}
    </NamedList>
  );
}

export function TermsSection() {
  const words = useWords();
  const { edit, names } = useForm();
  const first = names.issues[0];
  if (!first) return null;
  return (
    <NamedList
      section="terms"
      title={words("edit.terms")}
      add={words("edit.terms.add")}
      newId="term"
      field="wording"
      newValue={(id) =>
        new Map<string, YamlValue>([
          ["wording", id],
          ["issue", first.id],
          ["readings", new Map()],
        ])
      }
      naming={(id) => ({ kind: "term", id })}
    >
      {(term) => {
        const issue = names.issues.find(({ id }) => id === idText(child(term.value, "issue")));
        const readings = partOf(term, "readings");
        return (
          <>
            <Fields>
              <TextOf of={term} name="wording" label={words("edit.terms.wording")} required long />
              <SelectField
                label={words("edit.terms.issue")}
                value={issue?.id ?? idText(child(term.value, "issue"))}
                choices={names.issues}
                onChoice={(id) => id && edit(setField(term, "issue", id))}
              />
            </Fields>
            <fieldset className="edit-choices">
              <legend>{words("edit.terms.readings")}</legend>
              {names.parties.map((party) => {
                const chosen = idText(child(readings.value, party.id));
                return (
                  <SelectField
                    key={party.id}
                    label={party.name}
                    value={chosen}
                    none={words("edit.terms.none")}
                    choices={issue?.options ?? []}
                    onChoice={(option) => {
                      const path = [...readings.path, party.id];
                      if (option !== undefined) edit([{ kind: "set", path, value: option }]);
                      else if (chosen !== undefined) edit([{ kind: "remove", path }]);
                    }}
                  />
                );
              })}
            </fieldset>
            <EvidenceFields of={term} />
            <OnlyInSource
              path={term.path}
              keys={unknownKeys(term.value, ["wording", "issue", "readings", ...evidenceKeys])}
            />
          </>
        );
      }}
    </NamedList>
  );
}
