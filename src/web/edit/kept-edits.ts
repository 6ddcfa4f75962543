import type { Files } from "./yaml/yaml-questions.ts";

/** Work that is not saved yet: this tab's own, so that a reload or a crash loses nothing. */
export type KeptEdits = {
  /** The version of the record that the work began from; another tab may have saved a later one since. */
  readonly version: number;
  /** Those that can be edited; the others are as in the record. */
  readonly files: Files;
  readonly front: string;
};

const keyOf = (scenario: string): string => `entente.edit.1.${scenario}`;

export function keptEdits(scenario: string): KeptEdits | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(scenario));
    return text ? JSON.parse(text) : undefined; // written by keepEdits below, in this tab
  } catch {
    return undefined;
  }
}

/** False when the browser does not let the tab keep it. */
export function keepEdits(scenario: string, kept: KeptEdits | undefined): boolean {
  try {
    if (kept) sessionStorage.setItem(keyOf(scenario), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(scenario));
    return true;
  } catch {
    return kept === undefined;
  }
}
