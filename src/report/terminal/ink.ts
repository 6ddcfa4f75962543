/** The marks a terminal may add to words. Without colour every one leaves the words as they are. */
export type Ink = {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly yes: (text: string) => string;
  readonly no: (text: string) => string;
  readonly warning: (text: string) => string;
};

/** ANSI colours that stay apart for colour-blind readers (blue and orange); the words carry the meaning anyway. */
export function inkFor(colour: boolean): Ink {
  const plain = (text: string) => text;
  if (!colour) return { heading: plain, strong: plain, faint: plain, yes: plain, no: plain, warning: plain };
  const code = (on: string) => (text: string) => (text === "" ? "" : `\u001b[${on}m${text}\u001b[0m`);
  return {
    heading: code("1;4"),
    strong: code("1"),
    faint: code("2"),
    yes: code("38;5;33"),
    no: code("1;38;5;208"),
    warning: code("38;5;208"),
  };
}
