import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Path } from "#language";
import { useWords } from "../../words/words.tsx";
import { useForm } from "./form-context.tsx";

/** A part of the form that opens. What is inside is made when it is opened: a scenario may have hundreds of fields. */
export function FormSection({
  title,
  count,
  begun = false,
  path,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly begun?: boolean;
  /** What of the file it shows, where something in it may be wanted. */
  readonly path?: Path;
  readonly children: () => ReactNode;
}) {
  const { wanted, fold } = useForm();
  const [open, setOpen] = useState(fold.isOpen(title) ?? begun);
  useEffect(() => {
    if (path && wanted?.part.current && isWithin(wanted.part.current, path)) setOpen(true);
  }, [wanted, path]);
  return (
    <details
      className="edit-section"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        fold.set(title, event.currentTarget.open);
      }}
    >
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
  const { readOnly, show, added, wanted, fold } = useForm();
  const place = path.join("/");
  const [open, setOpen] = useState(added.current === place || fold.isOpen(place) === true);
  const summary = useRef<HTMLElement>(null);
  const label = useId();
  const begun = useRef(added.current === place);
  useEffect(() => {
    if (!begun.current) return;
    added.current = undefined;
    summary.current?.focus();
  }, [added]);
  useEffect(() => {
    const part = wanted?.part.current;
    if (!part || !isWithin(part, path)) return;
    if (!open) return setOpen(true); // its fields are there the next time
    wanted.part.current = undefined;
    goToField(summary.current, part);
  }, [wanted, open]);
  return (
    <li className="edit-item">
      <details
        open={open}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
          fold.set(place, event.currentTarget.open);
        }}
      >
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

function isWithin(part: Path, path: Path): boolean {
  return path.every((step, at) => step === part[at]);
}

/** To the field of the part, or of the nearest part around it that has one; else to the heading. */
function goToField(summary: HTMLElement | null, part: Path): void {
  const item = summary?.parentElement;
  const fieldOf = (path: string): HTMLElement | null | undefined =>
    item?.querySelector<HTMLElement>(
      `[data-part="${CSS.escape(path)}"] :is(input, select), button[data-part="${CSS.escape(path)}"]`,
    );
  const paths = part.map((_, at) => part.slice(0, part.length - at).join("/"));
  const field = paths.map(fieldOf).find((one) => one) ?? summary;
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
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
