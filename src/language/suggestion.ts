import { editDistance } from "#prelude";

/** Names looked at for one suggestion; beyond this a list is too long to search for every mistake in a file. */
const looked = 2000;

/** The name a person most likely meant: the nearest within a third of the word's length, swaps counting as one. */
export function suggestion(word: string, names: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  let best: string | undefined;
  let least = Math.min(word.length, Math.max(1, Math.floor(word.length / 3)) + 1); // never a whole other word
  let count = 0;
  for (const name of names) {
    if (++count > looked) break;
    if (Math.abs(name.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How to put an unknown name right: the nearest, or the names there are. */
export function fixForName(word: string, names: Iterable<string>, kind: string): string {
  const all = [...names];
  const nearest = suggestion(word, all);
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (all.length === 0) return `There is no ${kind} to name here; take it out or declare it first.`;
  return `Use one of: ${all.slice(0, 12).join(", ")}${all.length > 12 ? ", ..." : ""}.`;
}
