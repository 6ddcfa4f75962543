/** About how wide a text is in pixels, without a browser: Source Sans 3 by kinds of letter, a little on the wide side. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) em += letterWidth(letter);
  return em * size;
}

function letterWidth(letter: string): number {
  if (/[ijl.,:;'’|!()[\]ft]/.test(letter)) return 0.31;
  if (letter === " ") return 0.22;
  if (/[mwMW%@]/.test(letter)) return 0.82;
  if (/[A-Z]/.test(letter)) return 0.6;
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(letter)) return 1;
  if (/\p{M}/u.test(letter)) return 0;
  return 0.52;
}

/** The text broken into lines of at most `width` pixels; the last of `most` lines ends in an ellipsis if words are left. */
export function wrapped(text: string, size: number, width: number, most = 2): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => clipped(line, size, width));
  if (lines.length > most && shown.length > 0)
    shown[shown.length - 1] = clipped(`${lines[most - 1]} ${lines[most]}`, size, width);
  return shown;
}

/** The text, or as much of it as fits with an ellipsis. */
export function clipped(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
