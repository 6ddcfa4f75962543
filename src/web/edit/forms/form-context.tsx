import { createContext, useContext } from "react";
import type { Named, Path, YamlEdit, YamlValue } from "#language";
import type { AgendaNames } from "./agenda-names.ts";

/** What every field of the file in front leans on. */
export type Form = {
  readonly value: YamlValue;
  readonly names: AgendaNames;
  readonly readOnly: boolean;
  /** Changes whenever the fields must show again what the file says. */
  readonly revision: number;
  readonly edit: (edits: readonly YamlEdit[]) => void;
  /** Puts the cursor of the source there. */
  readonly show: (path: Path) => void;
  /** Asks for another id, and whether it is meant everywhere. */
  /** Was just added: opens, and takes the focus. */
  readonly added: { current: string | undefined };
  readonly rename: (what: Named, path: Path, inValue?: boolean) => void;
};

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("useForm needs a file's form above it.");
  return form;
}
