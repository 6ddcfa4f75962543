/**
 * Which version of a saved package this tab's draft stands on, so that saving is refused when another tab has meanwhile
 * saved it: kept with the tab, since the draft is.
 */
const keyOf = (record: string): string => `entente.version.1.${record}`;

export function versionStoodOn(record: string): number | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(record));
    return text === null ? undefined : Number(text);
  } catch {
    return held.get(record);
  }
}

export function standOnVersion(record: string, version: number): void {
  held.set(record, version);
  try {
    sessionStorage.setItem(keyOf(record), String(version));
  } catch {
    // a tab that may keep nothing remembers until it is closed
  }
}

const held = new Map<string, number>();
