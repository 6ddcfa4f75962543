import type { Choices, PackageId } from "#model";
import type { Draft } from "../../deal/draft.ts";

/** What a change starts from: a named or saved package, or what is in the composer. */
export type Subject = { readonly id?: PackageId; readonly name: string; readonly choices: Choices };

/** The subject with the changes made, as a draft for the composer. Nothing is locked: the reader may go on from there. */
export function unlockDraft(subject: Subject, set: Choices, name: string): Draft {
  return {
    name,
    choices: { ...subject.choices, ...set },
    locks: [],
    ...(subject.id === undefined ? {} : { from: subject.id }),
  };
}
