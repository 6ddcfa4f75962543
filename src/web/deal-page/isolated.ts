/** A name from a file inside a sentence of ours: its direction cannot reorder the words around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
