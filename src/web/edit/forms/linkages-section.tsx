import type { YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { ConditionField } from "./condition-field.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { evidenceKeys } from "./evidence-keys.ts";
import { useForm } from "./form-context.tsx";
import { ItemList } from "./item-list.tsx";
import { JudgementField } from "./judgement-field.tsx";
import { child, partOf, unknownKeys } from "./read-value.ts";
import { OnlyInSource } from "./section.tsx";

/** Combinations by form; tables stay in the source. */
export function LinkagesSection() {
  const words = useWords();
  const { names } = useForm();
  const [first, second] = names.issues;
  return (
    <ItemList
      section="linkages"
      title={words("edit.linkages")}
      add={words("edit.linkages.add")}
      newId="linkage"
      newValue={(id) =>
        new Map<string, YamlValue>([
          ["id", id],
          [
            "when",
            new Map(
              [first, second].flatMap((issue) => (issue?.options[0] ? [[issue.id, issue.options[0].id] as const] : [])),
            ),
          ],
          ["value", 1],
        ])
      }
    >
      {(linkage) => {
        const table = child(linkage.value, "table") !== undefined;
        const known = ["id", "value", ...(table ? [] : ["when"]), ...evidenceKeys];
        return (
          <>
            {table ? (
              <p className="note">{words("edit.linkages.table")}</p>
            ) : (
              <>
                <JudgementField of={partOf(linkage, "value")} label={words("edit.linkages.value")} />
                <ConditionField of={partOf(linkage, "when")} label={words("edit.linkages.when")} />
              </>
            )}
            <EvidenceFields of={linkage} />
            <OnlyInSource path={linkage.path} keys={unknownKeys(linkage.value, known)} />
          </>
        );
      }}
    </ItemList>
  );
}
