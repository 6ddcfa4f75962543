import { useWords } from "../../words/words.tsx";
import { FloorsSection, RedLinesSection } from "./constraints-section.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { JudgementField } from "./judgement-field.tsx";
import { LinkagesSection } from "./linkages-section.tsx";
import { PreferencesSection } from "./preferences-section.tsx";
import { child, idText, type Part, partOf, setField, unknownKeys } from "./read-value.ts";
import { FormSection, OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

const known = [
  ...["schema", "party", "kind", "author", "date", "evidence", "reservation", "aspiration"],
  ...["issues", "linkages", "red_lines", "floors"],
];

/** One party's sheet. */
export function SheetForm() {
  const words = useWords();
  const { value, names, edit } = useForm();
  const root: Part = { value, path: [] };
  const reservation = partOf(root, "reservation");
  return (
    <>
      <FormSection title={words("edit.general")} begun>
        {() => (
          <>
            <Fields>
              <SelectField
                label={words("edit.sheet.party")}
                value={idText(child(value, "party"))}
                choices={names.parties}
                onChoice={(id) => id && edit(setField(root, "party", id))}
              />
              <SelectField
                label={words("edit.sheet.kind")}
                value={idText(child(value, "kind"))}
                choices={[
                  { id: "own", name: words("edit.sheet.kind.own") },
                  { id: "estimate", name: words("edit.sheet.kind.estimate") },
                ]}
                onChoice={(id) => id && edit(setField(root, "kind", id))}
              />
              <TextOf of={root} name="author" label={words("edit.sheet.by")} required />
              <TextOf of={root} name="date" label={words("edit.sheet.date")} hint={words("edit.day")} />
            </Fields>
            <EvidenceFields of={partOf(root, "evidence")} />
          </>
        )}
      </FormSection>
      <FormSection title={words("edit.reservation")} begun>
        {() => (
          <>
            <p className="note">{words("edit.reservation.note")}</p>
            <JudgementField of={reservation} label={words("edit.reservation")} />
            <JudgementField of={partOf(root, "aspiration")} label={words("edit.aspiration")} />
            {reservation.value instanceof Map ? <EvidenceFields of={reservation} /> : null}
          </>
        )}
      </FormSection>
      <PreferencesSection />
      <RedLinesSection />
      <FloorsSection />
      <LinkagesSection />
      <OnlyInSource path={[]} keys={unknownKeys(value, known)} />
      <OnlyInSource
        path={reservation.path}
        keys={unknownKeys(reservation.value, ["low", "mid", "high", ...evidenceKeys])}
      />
    </>
  );
}
