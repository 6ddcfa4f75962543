import type { ReactNode } from "react";
import type { YamlValue } from "#language";
import { useWords } from "../../words/words.tsx";
import { TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { addItem, child, freeId, idText, items, type Part, partOf, removeItem } from "./read-value.ts";
import { AddButton, FormItem, FormSection } from "./section.tsx";

/** A section of a sheet that is a list of things with ids. */
export function ItemList({
  section,
  title,
  add,
  newId,
  newValue,
  isLine = false,
  children,
}: {
  readonly section: string;
  readonly title: string;
  readonly add: string;
  readonly newId: string;
  readonly newValue: (id: string) => YamlValue;
  /** Whether claims may name it, so that its id is renamed everywhere. */
  readonly isLine?: boolean;
  readonly children: (item: Part) => ReactNode;
}) {
  const words = useWords();
  const { value, names, edit, rename, added } = useForm();
  const list = partOf({ value, path: [] }, section);
  const all = items(list);
  const party = idText(child(value, "party")) ?? "";
  return (
    <FormSection title={title} count={all.length}>
      {() => (
        <>
          <ul className="edit-items">
            {all.map((item, index) => {
              const id = idText(child(item.value, "id")) ?? String(index + 1);
              return (
                <FormItem
                  key={id}
                  title={id}
                  path={item.path}
                  first={index === 0}
                  last={index === all.length - 1}
                  {...(isLine
                    ? { onRename: () => rename({ kind: "line", party, id }, [...item.path, "id"], true) }
                    : {})}
                  {...(all.length > 1 ? { onMove: (by: -1 | 1) => edit([{ kind: "move", path: item.path, by }]) } : {})}
                  onRemove={() => edit(removeItem(list, item))}
                >
                  {() => (
                    <>
                      {isLine ? null : (
                        <TextField
                          label={words("edit.id")}
                          value={id}
                          onText={(text) => edit([{ kind: "set", path: [...item.path, "id"], value: text.trim() }])}
                        />
                      )}
                      {children(item)}
                    </>
                  )}
                </FormItem>
              );
            })}
          </ul>
          {names.issues.length > 0 ? (
            <AddButton
              label={add}
              onAdd={() => {
                added.current = `${section}/${all.length}`;
                edit(
                  addItem(
                    list,
                    newValue(
                      freeId(
                        newId,
                        all.map((item) => idText(child(item.value, "id")) ?? ""),
                      ),
                    ),
                  ),
                );
              }}
            />
          ) : null}
        </>
      )}
    </FormSection>
  );
}
