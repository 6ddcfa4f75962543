import { createContext, useContext } from "react";
import type { Named, Path, YamlEdit, YamlValue } from "#language";
import type { AgendaNames } from "./agenda-names.ts";

/** A new object each time something is wanted, be it the same again. */
export type Wanted = { readonly file: string; readonly part: { current: Path | undefined } };

/** What every field of the file in front leans on. */
export type Form = {
  readonly value: YamlValue;
  readonly names: AgendaNames;
  readonly readOnly: boolean;
  /** Changes whenever the fields must show again what the file says. */
  readonly revision: number;
  readonly edit: (edits: readonly YamlEdit[]) => void;
  /** Whether a part of the form is open, and to say so; outlives the form. */
  readonly fold: {
    readonly isOpen: (part: string) => boolean | undefined;
    readonly set: (part: string, open: boolean) => void;
  };
  /** What of this file is to be gone to: it opens, takes the focus, and is wanted no more. */
  readonly wanted: Wanted | undefined;
  /** Puts the cursor of the source there. */
  readonly show: (path: Path) => void;
  /** Was just added: opens, and takes the focus. */
  readonly added: { current: string | undefined };
  /** Asks for another id, and whether it is meant everywhere. */
  readonly rename: (what: Named, path: Path, inValue?: boolean) => void;
};

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("useForm needs a file's form above it.");
  return form;
}
