import { TextField } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { child, idText, type Part, setField } from "./read-value.ts";

/** One text of a part of the file. Emptied, an optional one is taken away. */
export function TextOf({
  of,
  name,
  label,
  long,
  required = false,
  short,
  hint,
  placeholderOf,
}: {
  readonly of: Part;
  readonly name: string;
  readonly label: string;
  readonly long?: boolean;
  readonly required?: boolean;
  /** The field that a part written short, as one text, stands for. */
  readonly short?: string;
  readonly hint?: string;
  /** What it is when nothing is written. */
  readonly placeholderOf?: string;
}) {
  const { edit } = useForm();
  const isShort = short === name && !(of.value instanceof Map);
  const value = idText(isShort ? of.value : child(of.value, name)) ?? "";
  return (
    <TextField
      label={label}
      value={value}
      {...(long ? { long } : {})}
      {...((hint ?? placeholderOf) ? { hint: hint ?? placeholderOf ?? "" } : {})}
      onText={(text) => edit(setField(of, name, text.trim() === "" && !required ? undefined : text, short))}
    />
  );
}
