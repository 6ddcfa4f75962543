import { useWords } from "../../words/words.tsx";
import { readClause, writeClause } from "./condition-value.ts";
import { CheckFields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { entries, type Part } from "./read-value.ts";
import { RemoveButton } from "./section.tsx";

/** A condition by selects: for each issue it names, which options. All of it must hold together. */
export function ConditionField({ of, label }: { readonly of: Part; readonly label: string }) {
  const words = useWords();
  const { edit, names, readOnly } = useForm();
  const clauses = entries(of.value, of.path);
  const free = names.issues.filter(({ id }) => !clauses.some(({ key }) => key === id));
  return (
    <fieldset className="edit-condition">
      <legend>{label}</legend>
      {clauses.map(({ key, value, path }) => {
        const clause = readClause(value);
        const issue = names.issues.find(({ id }) => id === key);
        return (
          <div key={key} className="edit-clause">
            <div className="row">
              <strong>
                <bdi>{issue?.name ?? key}</bdi>
              </strong>
              <SelectField
                label={words("edit.clause.how")}
                hideLabel
                value={clause.not ? "not" : "is"}
                choices={[
                  { id: "is", name: words("edit.clause.is") },
                  { id: "not", name: words("edit.clause.not") },
                ]}
                onChoice={(how) => edit([{ kind: "set", path, value: writeClause({ ...clause, not: how === "not" }) }])}
              />
              {readOnly ? null : (
                <RemoveButton of={issue?.name ?? key} onRemove={() => edit([{ kind: "remove", path }])} />
              )}
            </div>
            <CheckFields
              label={words("edit.clause.options")}
              values={clause.options}
              choices={issue?.options ?? []}
              onChange={(options) =>
                options.length > 0 && edit([{ kind: "set", path, value: writeClause({ ...clause, options }) }])
              }
            />
          </div>
        );
      })}
      {readOnly ? null : (
        <SelectField
          label={words("edit.clause.add")}
          value={undefined}
          none={words("edit.clause.choose")}
          choices={free}
          onChoice={(id) => {
            const first = names.issues.find((one) => one.id === id)?.options[0];
            if (id && first) edit([{ kind: "set", path: [...of.path, id], value: first.id }]);
          }}
        />
      )}
    </fieldset>
  );
}
