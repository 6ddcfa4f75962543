import { useWords } from "../../words/words.tsx";
import { Fields, SelectField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { NamedList } from "./named-list.tsx";
import { child, type Entry, entries, freeId, idText, setField, unknownKeys } from "./read-value.ts";
import { AddButton, FormItem, OnlyInSource } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

export function IssuesSection() {
  const words = useWords();
  const { edit, names } = useForm();
  return (
    <NamedList
      section="issues"
      title={words("edit.issues")}
      add={words("edit.issues.add")}
      newId="issue"
      newValue={(id) =>
        new Map<string, string | Map<string, string>>([
          ["name", id],
          [
            "options",
            new Map([
              ["first", words("edit.options.first")],
              ["second", words("edit.options.second")],
            ]),
          ],
        ])
      }
      naming={(id) => ({ kind: "issue", id })}
    >
      {(issue) => (
        <>
          <Fields>
            <TextOf of={issue} name="name" label={words("edit.name")} />
            {names.clusters.length > 0 ? (
              <SelectField
                label={words("edit.issues.cluster")}
                value={idText(child(issue.value, "cluster"))}
                none={words("edit.none")}
                choices={names.clusters}
                onChoice={(id) => edit(setField(issue, "cluster", id))}
              />
            ) : null}
            <TextOf of={issue} name="note" label={words("edit.note")} long />
          </Fields>
          <Options issue={issue} />
          <OnlyInSource path={issue.path} keys={unknownKeys(issue.value, ["name", "cluster", "note", "options"])} />
        </>
      )}
    </NamedList>
  );
}

function Options({ issue }: { readonly issue: Entry }) {
  const words = useWords();
  const { edit, rename, added } = useForm();
  const path = [...issue.path, "options"];
  const options = entries(child(issue.value, "options"), path);
  const ids = options.map(({ key }) => key);
  return (
    <fieldset className="edit-options">
      <legend>{words("edit.options")}</legend>
      <ol className="edit-items">
        {options.map((option, index) => (
          <FormItem
            key={option.key}
            title={idText(child(option.value, "name")) ?? idText(option.value) ?? option.key.replaceAll("_", " ")}
            id={option.key}
            path={option.path}
            first={index === 0}
            last={index === options.length - 1}
            onRename={() => rename({ kind: "option", issue: issue.key, id: option.key }, option.path)}
            onMove={(by) => edit([{ kind: "move", path: option.path, by }])}
            {...(options.length > 1 ? { onRemove: () => edit([{ kind: "remove", path: option.path }]) } : {})}
          >
            {() => (
              <>
                <Fields>
                  <TextOf of={option} name="name" short="name" label={words("edit.name")} />
                  <TextOf of={option} name="what" label={words("edit.options.what")} long />
                </Fields>
                <OnlyInSource path={option.path} keys={unknownKeys(option.value, ["name", "what"])} />
              </>
            )}
          </FormItem>
        ))}
      </ol>
      <AddButton
        label={words("edit.options.add")}
        onAdd={() => {
          const id = freeId("option", ids);
          added.current = [...path, id].join("/");
          edit([{ kind: "set", path: [...path, id], value: words("edit.options.new") }]);
        }}
      />
      <p className="note">{words("edit.options.sheets")}</p>
    </fieldset>
  );
}
