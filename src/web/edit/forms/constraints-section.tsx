import type { YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { ConditionField } from "./condition-field.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { CheckFields, Fields, SelectField, TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { ItemList } from "./item-list.tsx";
import { numberOrText } from "./judgement-value.ts";
import { child, idsOf, idsValue, idText, partOf, setField, unknownKeys } from "./read-value.ts";
import { OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

export function RedLinesSection() {
  const words = useWords();
  const { names, edit } = useForm();
  const first = names.issues[0];
  return (
    <ItemList
      section="red_lines"
      title={words("edit.lines")}
      add={words("edit.lines.add")}
      newId="line"
      newValue={(id) =>
        new Map<string, YamlValue>([
          ["id", id],
          ["kind", "declared"],
          ["refuse", new Map([[first?.id ?? "", first?.options[0]?.id ?? ""]])],
        ])
      }
      isLine
    >
      {(line) => (
        <>
          <Fields>
            <SelectField
              label={words("edit.lines.kind")}
              value={idText(child(line.value, "kind"))}
              choices={[
                { id: "hard", name: words("edit.lines.hard") },
                { id: "declared", name: words("edit.lines.declared") },
              ]}
              onChoice={(id) => id && edit(setField(line, "kind", id))}
            />
            <TextOf of={line} name="from" label={words("edit.lines.from")} hint={words("edit.day")} />
            <TextOf of={line} name="until" label={words("edit.lines.until")} hint={words("edit.day")} />
          </Fields>
          <ConditionField of={partOf(line, "refuse")} label={words("edit.lines.refuse")} />
          <EvidenceFields of={line} />
          <OnlyInSource
            path={line.path}
            keys={unknownKeys(line.value, ["id", "kind", "refuse", "from", "until", ...evidenceKeys])}
          />
        </>
      )}
    </ItemList>
  );
}

export function FloorsSection() {
  const words = useWords();
  const { names, edit } = useForm();
  const first = names.issues[0];
  return (
    <ItemList
      section="floors"
      title={words("edit.floors")}
      add={words("edit.floors.add")}
      newId="floor"
      newValue={(id) =>
        new Map<string, YamlValue>([
          ["id", id],
          ["issue", first?.id ?? ""],
          ["commitments", first?.options[0]?.id ?? ""],
          ["min", 0],
        ])
      }
      isLine
    >
      {(floor) => {
        const issue = names.issues.find(({ id }) => id === idText(child(floor.value, "issue")));
        return (
          <>
            <Fields>
              <SelectField
                label={words("edit.floors.issue")}
                value={idText(child(floor.value, "issue"))}
                choices={names.issues}
                onChoice={(id) => id && edit(setField(floor, "issue", id))}
              />
              <TextField
                label={words("edit.floors.min")}
                kind="number"
                value={idText(child(floor.value, "min")) ?? ""}
                onText={(text) => edit(setField(floor, "min", numberOrText(text)))}
              />
            </Fields>
            <CheckFields
              label={words("edit.floors.commitments")}
              values={idsOf(child(floor.value, "commitments"))}
              choices={issue?.options ?? []}
              onChange={(ids) => ids.length > 0 && edit(setField(floor, "commitments", idsValue(ids)))}
            />
            <EvidenceFields of={floor} />
            <OnlyInSource
              path={floor.path}
              keys={unknownKeys(floor.value, ["id", "issue", "commitments", "min", ...evidenceKeys])}
            />
          </>
        );
      }}
    </ItemList>
  );
}
