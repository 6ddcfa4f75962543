import type { YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { ConditionField } from "./condition-field.tsx";
import { SourcesField } from "./evidence-fields.tsx";
import { Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import {
  addItem,
  child,
  freeId,
  idText,
  items,
  type Part,
  partOf,
  removeItem,
  setField,
  unknownKeys,
} from "./read-value.ts";
import { AddButton, FormItem, FormSection, OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

export function RulesSection() {
  const words = useWords();
  const { value, names, edit, added } = useForm();
  const list = partOf({ value, path: [] }, "rules");
  const rules = items(list);
  const issue = names.issues[0];
  return (
    <FormSection title={words("edit.rules")} count={rules.length}>
      {() => (
        <>
          <ul className="edit-items">
            {rules.map((rule, index) => {
              const id = idText(child(rule.value, "id")) ?? String(index + 1);
              return (
                <FormItem
                  key={id}
                  title={id}
                  path={rule.path}
                  first={index === 0}
                  last={index === rules.length - 1}
                  {...(rules.length > 1
                    ? { onMove: (by: -1 | 1) => edit([{ kind: "move", path: rule.path, by }]) }
                    : {})}
                  onRemove={() => edit(removeItem(list, rule))}
                >
                  {() => <RuleFields rule={rule} />}
                </FormItem>
              );
            })}
          </ul>
          {issue ? (
            <AddButton
              label={words("edit.rules.add")}
              onAdd={() => {
                const id = freeId(
                  "rule",
                  rules.map((rule) => idText(child(rule.value, "id")) ?? ""),
                );
                added.current = `rules/${rules.length}`;
                edit(addItem(list, newRule(id, issue.id, issue.options[0]?.id ?? "", words("edit.rules.why"))));
              }}
            />
          ) : null}
        </>
      )}
    </FormSection>
  );
}

function newRule(id: string, issue: string, option: string, reason: string): YamlValue {
  return new Map<string, YamlValue>([
    ["id", id],
    ["forbid", new Map([[issue, option]])],
    ["reason", reason],
  ]);
}

function RuleFields({ rule }: { readonly rule: Part }) {
  const words = useWords();
  const { edit, readOnly } = useForm();
  const forbids = child(rule.value, "forbid") !== undefined;
  return (
    <>
      <Fields>
        <TextOf of={rule} name="id" label={words("edit.id")} required />
        <TextOf of={rule} name="reason" label={words("edit.rules.reason")} required long />
        <SelectField
          label={words("edit.rules.kind")}
          value={forbids ? "forbid" : "require"}
          choices={[
            { id: "forbid", name: words("edit.rules.forbid") },
            { id: "require", name: words("edit.rules.require") },
          ]}
          onChoice={(kind) => {
            if ((kind === "forbid") === forbids) return;
            const [from, to] = forbids ? ["forbid", "if"] : ["if", "forbid"];
            const then = child(rule.value, "then");
            edit([
              { kind: "rename", path: [...rule.path, from!], to: to! },
              ...(forbids
                ? [{ kind: "set", path: [...rule.path, "then"], value: child(rule.value, "forbid") ?? null } as const]
                : then === undefined
                  ? []
                  : [{ kind: "remove", path: [...rule.path, "then"] } as const]),
            ]);
          }}
        />
      </Fields>
      {forbids ? (
        <ConditionField of={partOf(rule, "forbid")} label={words("edit.rules.forbids")} />
      ) : (
        <>
          <ConditionField of={partOf(rule, "if")} label={words("edit.rules.if")} />
          <ConditionField of={partOf(rule, "then")} label={words("edit.rules.then")} />
        </>
      )}
      <label className="edit-check">
        <input
          type="checkbox"
          disabled={readOnly}
          checked={child(rule.value, "definitional") === true}
          onChange={(event) => edit(setField(rule, "definitional", event.target.checked ? true : undefined))}
        />
        {words("edit.rules.definitional")}
      </label>
      <SourcesField of={rule} />
      <OnlyInSource
        path={rule.path}
        keys={unknownKeys(rule.value, ["id", "reason", "forbid", "if", "then", "definitional", "sources"])}
      />
    </>
  );
}
