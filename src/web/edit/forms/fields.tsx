import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Path } from "#language";
import type { Choice } from "./agenda-names.ts";
import { useForm } from "./form-context.tsx";

const pauseMs = 350;

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Called a moment after the last letter, and when the field is left. */
  readonly onText: (text: string) => void;
  readonly long?: boolean;
  readonly kind?: "text" | "number";
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly narrow?: boolean;
  readonly placeholder?: string;
  /** What of the file it is about, so that it can be gone to. */
  readonly part?: Path;
};

export function TextField({
  label,
  value,
  onText,
  long,
  kind = "text",
  hideLabel,
  hint,
  narrow,
  placeholder,
  part,
}: TextFieldProps) {
  const { readOnly, revision } = useForm();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const sent = useRef<string>(undefined);
  const latest = useRef({ draft, value, onText, sent });
  latest.current = { draft, value, onText, sent };
  // what the file says anew replaces what was written here
  useEffect(() => {
    sent.current = undefined;
    if (document.activeElement !== field.current) setDraft(undefined);
  }, [value, revision]);
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => commit(latest.current), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const own = field.current;
    const now = (): void => commit(latest.current);
    own?.addEventListener("commit", now); // before saving: see own-editor.tsx
    return () => {
      own?.removeEventListener("commit", now);
      now(); // a section that is closed takes nothing with it
    };
  }, []);
  const shared = {
    id,
    ref: field,
    value: draft ?? value,
    readOnly,
    ...(placeholder === undefined ? {} : { placeholder }),
    "aria-describedby": hint ? `${id}-hint` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onBlur: () => {
      commit(latest.current);
      if ((latest.current.draft ?? latest.current.value) === latest.current.value) setDraft(undefined);
    },
  };
  return (
    <div className={narrow ? "edit-field edit-field-narrow" : "edit-field"} data-part={part?.join("/")}>
      <label htmlFor={id} className={hideLabel ? "unseen" : undefined}>
        {label}
      </label>
      {long ? (
        <textarea {...shared} rows={Math.min(8, Math.max(2, Math.ceil((draft ?? value).length / 60)))} />
      ) : (
        <input {...shared} type="text" inputMode={kind === "number" ? "decimal" : "text"} autoComplete="off" />
      )}
      {hint ? (
        <small id={`${id}-hint`} className="edit-hint">
          {hint}
        </small>
      ) : null}
    </div>
  );
}

/** Each text once: what was sent and is still on its way is not sent again when the field goes. */
function commit({
  draft,
  value,
  onText,
  sent,
}: {
  readonly sent: { current: string | undefined };
  readonly draft: string | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
}): void {
  if (draft === undefined || draft === (sent.current ?? value)) return;
  sent.current = draft;
  onText(draft);
}

export function SelectField({
  label,
  value,
  choices,
  none,
  onChoice,
  hideLabel,
  part,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  /** What choosing nothing is called; without it something is always chosen. */
  readonly none?: string;
  readonly onChoice: (id: string | undefined) => void;
  readonly hideLabel?: boolean;
  /** What of the file it is about, so that it can be gone to. */
  readonly part?: Path;
}) {
  const { readOnly } = useForm();
  const id = useId();
  const known = value === undefined || choices.some((one) => one.id === value);
  return (
    <div className="edit-field" data-part={part?.join("/")}>
      <label htmlFor={id} className={hideLabel ? "unseen" : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value ?? ""}
        disabled={readOnly}
        onChange={(event) => onChoice(event.target.value || undefined)}
      >
        {none !== undefined || value === undefined ? <option value="">{none ?? "–"}</option> : null}
        {known ? null : <option value={value}>{value}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any number of these. */
export function CheckFields({
  label,
  values,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { readOnly } = useForm();
  // two ticks in a row: the second begins from the first, which the file may not say yet
  const now = useRef(values);
  const written = values.join(" ");
  useEffect(() => {
    now.current = written === "" ? [] : written.split(" "); // ids hold no spaces
  }, [written]);
  const all = [
    ...choices,
    ...values.filter((id) => !choices.some((one) => one.id === id)).map((id) => ({ id, name: id })),
  ];
  return (
    <fieldset className="edit-checks" disabled={readOnly}>
      <legend>{label}</legend>
      {all.map(({ id, name }) => (
        <label key={id} className="edit-check">
          <input
            type="checkbox"
            checked={values.includes(id)}
            onChange={(event) => {
              const ticked = event.target.checked;
              now.current = all.map((one) => one.id).filter((one) => (one === id ? ticked : now.current.includes(one)));
              onChange(now.current);
            }}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className="edit-fields">{children}</div>;
}
