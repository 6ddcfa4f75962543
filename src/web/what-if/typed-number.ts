/** The number that was typed, from 0 to `most`; undefined for anything else. */
export function typedNumber(text: string, most: number): number | undefined {
  if (text.trim() === "") return undefined;
  const number = Number(text);
  return number >= 0 && number <= most ? number + 0 : undefined; // no negative zero
}
