import type { ReactNode } from "react";
import type { Named, YamlValue } from "#language";
import { useForm } from "./form-context.tsx";
import { child, type Entry, entries, freeId, idText } from "./read-value.ts";
import { AddButton, FormItem, FormSection } from "./section.tsx";

/** A section of the agenda that is a map by id: each opens to its fields. */
export function NamedList({
  section,
  title,
  add,
  newId,
  newValue,
  naming,
  field = "name",
  children,
}: {
  readonly section: string;
  readonly title: string;
  readonly add: string;
  readonly newId: string;
  readonly newValue: (id: string) => YamlValue;
  readonly naming: (id: string) => Named;
  /** What of it is its name. */
  readonly field?: string;
  readonly children: (entry: Entry) => ReactNode;
}) {
  const { value, edit, rename, added } = useForm();
  const list = entries(child(value, section), [section]);
  const ids = list.map(({ key }) => key);
  return (
    <FormSection title={title} count={list.length}>
      {() => (
        <>
          <ul className="edit-items">
            {list.map((entry, index) => (
              <FormItem
                key={entry.key}
                title={idText(child(entry.value, field)) ?? idText(entry.value) ?? entry.key.replaceAll("_", " ")}
                id={entry.key}
                path={entry.path}
                first={index === 0}
                last={index === list.length - 1}
                onRename={() => rename(naming(entry.key), entry.path)}
                onMove={(by) => edit([{ kind: "move", path: entry.path, by }])}
                onRemove={() => edit([{ kind: "remove", path: list.length === 1 ? [section] : entry.path }])}
              >
                {() => children(entry)}
              </FormItem>
            ))}
          </ul>
          <AddButton
            label={add}
            onAdd={() => {
              const id = freeId(newId, ids);
              added.current = `${section}/${id}`;
              edit([{ kind: "set", path: [section, id], value: newValue(id) }]);
            }}
          />
        </>
      )}
    </FormSection>
  );
}
