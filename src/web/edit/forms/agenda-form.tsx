import { useWords } from "../../words/words.tsx";
import { CheckFields, Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { IssuesSection } from "./issues-section.tsx";
import { PackagesSection } from "./packages-section.tsx";
import { ClustersSection, PartiesSection } from "./parties-section.tsx";
import { child, idsOf, idsValue, idText, type Part, setField, unknownKeys } from "./read-value.ts";
import { RulesSection } from "./rules-section.tsx";
import { FormSection, OnlyInSource } from "./section.tsx";
import { SourcesSection, TermsSection } from "./sources-section.tsx";
import { TextOf } from "./text-of.tsx";

const known = [
  ...["schema", "id", "title", "summary", "as_of", "status", "tie", "consent"],
  ...["parties", "clusters", "issues", "rules", "packages", "terms", "sources"],
];

/** The agenda: what may be shown to everyone. */
export function AgendaForm() {
  const words = useWords();
  const { value, names, edit } = useForm();
  const root: Part = { value, path: [] };
  return (
    <>
      <FormSection title={words("edit.general")} begun>
        {() => (
          <>
            <Fields>
              <TextOf of={root} name="title" label={words("edit.agenda.title")} required />
              <TextOf of={root} name="summary" label={words("edit.agenda.summary")} long />
              <TextOf of={root} name="as_of" label={words("edit.agenda.asOf")} required hint={words("edit.day")} />
              <TextOf of={root} name="status" label={words("edit.agenda.status")} />
              <SelectField
                label={words("edit.agenda.tie")}
                value={idText(child(value, "tie"))}
                none={words("edit.agenda.tie.accepts")}
                choices={[{ id: "refuses", name: words("edit.agenda.tie.refuses") }]}
                onChoice={(id) => edit(setField(root, "tie", id))}
              />
            </Fields>
            <CheckFields
              label={words("edit.agenda.consent")}
              values={idsOf(child(value, "consent"))}
              choices={names.parties}
              onChange={(ids) => edit(setField(root, "consent", idsValue(ids)))}
            />
          </>
        )}
      </FormSection>
      <PartiesSection />
      <ClustersSection />
      <IssuesSection />
      <RulesSection />
      <PackagesSection />
      <TermsSection />
      <SourcesSection />
      <OnlyInSource path={[]} keys={unknownKeys(value, known)} />
    </>
  );
}
