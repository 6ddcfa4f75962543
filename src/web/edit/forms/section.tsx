import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Path } from "#language";
import { useWords } from "../../words/words.tsx";
import { useForm } from "./form-context.tsx";

/** A part of the form that opens. What is inside is made when it is opened: a scenario may have hundreds of fields. */
export function FormSection({
  title,
  count,
  begun = false,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly begun?: boolean;
  readonly children: () => ReactNode;
}) {
  const [open, setOpen] = useState(begun);
  return (
    <details className="edit-section" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
        {count === undefined ? null : <span className="soft small"> {count}</span>}
      </summary>
      {open ? <div className="edit-section-body">{children()}</div> : null}
    </details>
  );
}

type ItemProps = {
  readonly title: string;
  readonly id?: string;
  readonly path: Path;
  readonly first: boolean;
  readonly last: boolean;
  readonly onRename?: () => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onRemove?: () => void;
  readonly children: () => ReactNode;
};

/** One named thing of a list: opens to its fields, is renamed, moved, removed, and found in the source. */
export function FormItem({ title, id, path, first, last, onRename, onMove, onRemove, children }: ItemProps) {
  const words = useWords();
  const { readOnly, show, added } = useForm();
  const [open, setOpen] = useState(added.current === path.join("/"));
  const summary = useRef<HTMLElement>(null);
  const label = useId();
  const begun = useRef(open);
  useEffect(() => {
    if (!begun.current) return;
    added.current = undefined;
    summary.current?.focus();
  }, [added]);
  return (
    <li className="edit-item">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary ref={summary}>
          <span id={label}>
            <bdi>{title}</bdi>
          </span>{" "}
          {id === undefined || id === title ? null : <code className="edit-id">{id}</code>}
        </summary>
        {open ? (
          <div className="edit-item-body">
            <div className="row edit-item-tools">
              {readOnly || !onRename ? null : (
                <button type="button" className="quiet" aria-describedby={label} onClick={onRename}>
                  {words("edit.rename")}
                </button>
              )}
              {readOnly || !onMove ? null : (
                <>
                  <button
                    type="button"
                    className="quiet"
                    disabled={first}
                    aria-describedby={label}
                    onClick={() => onMove(-1)}
                  >
                    {words("edit.up")}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    disabled={last}
                    aria-describedby={label}
                    onClick={() => onMove(1)}
                  >
                    {words("edit.down")}
                  </button>
                </>
              )}
              {readOnly || !onRemove ? null : (
                <button
                  type="button"
                  className="quiet"
                  aria-describedby={label}
                  onClick={(event) => {
                    event.currentTarget.closest(".edit-section")?.querySelector("summary")?.focus();
                    onRemove();
                  }}
                >
                  {words("edit.remove")}
                </button>
              )}
              <button type="button" className="quiet" aria-describedby={label} onClick={() => show(path)}>
                {words("edit.inSource")}
              </button>
            </div>
            {children()}
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** Takes something away, and leaves the focus near it rather than nowhere. */
export function RemoveButton({ of, onRemove }: { readonly of: string; readonly onRemove: () => void }) {
  const words = useWords();
  return (
    <button
      type="button"
      className="quiet"
      onClick={(event) => {
        const near = event.currentTarget.closest("fieldset, .edit-sources, .edit-item-body, .edit-section");
        const next = [...(near?.querySelectorAll<HTMLElement>("summary, select, input, button") ?? [])].find(
          (one) => one !== event.currentTarget && !event.currentTarget.parentElement?.contains(one),
        );
        (next ?? near?.parentElement?.querySelector<HTMLElement>("summary"))?.focus();
        onRemove();
      }}
    >
      {words("edit.remove")}
      <span className="unseen"> {of}</span>
    </button>
  );
}

export function AddButton({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  const { readOnly } = useForm();
  return readOnly ? null : (
    <button type="button" className="edit-add" onClick={onAdd}>
      {label}
    </button>
  );
}

/** What the file has beyond its form: untouched, and one click away. */
export function OnlyInSource({ path, keys }: { readonly path: Path; readonly keys: readonly string[] }) {
  const words = useWords();
  const { show } = useForm();
  if (keys.length === 0) return null;
  return (
    <p className="edit-only note">
      {words("edit.only")}{" "}
      {keys.map((key) => (
        <button key={key} type="button" className="quiet" onClick={() => show([...path, key])}>
          <code>{key}</code>
        </button>
      ))}
    </p>
  );
}
