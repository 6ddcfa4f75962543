/** What stays in the box once `sent` is on its way: what was written after it, or instead of it. */
export function withoutSent(box: string, sent: string): string {
  return box.startsWith(sent) ? box.slice(sent.length).trimStart() : box;
}

/** What was refused is put back before what was written since. */
export function withReturned(box: string, refused: string): string {
  return box.trim() === "" ? refused : `${refused}\n${box}`;
}
