/** A font file to carry in the page: woff2 in base64. A weight such as "200 900" is a variable font's range. */
export type EmbeddedFont = {
  readonly family: string;
  readonly weight: string;
  readonly data: string;
  /** The characters it draws, as CSS writes them: "U+0000-00FF,U+0131". Without it, every character it has. */
  readonly range?: string;
};

/** A font file that lies beside the program: what `EmbeddedFont` is made from. */
export type ListedFont = {
  readonly file: string;
  readonly family: string;
  readonly weight: string;
  readonly range: string;
};

/** The fonts that a page with this text needs: a page in English stays small. */
export function neededFonts(list: readonly ListedFont[], text: string): readonly ListedFont[] {
  return list.filter(({ range }) => drawsAny(range, text));
}

/** Whether a character of the text, spaces aside, is in the range. */
function drawsAny(range: string, text: string): boolean {
  const spans = range.split(",").map((span) => {
    const [first = "", last = first] = span.trim().replace("U+", "").split("-");
    return `\\u{${first}}-\\u{${last}}`;
  });
  const inRange = new RegExp(`[${spans.join("")}]`, "u");
  return inRange.test(text.replace(/\s/g, ""));
}

/** The fonts as style rules; anything that is not what it says is left out rather than written into the page. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .filter(
      ({ family, weight, data, range }) =>
        (range === undefined || /^U\+[\dA-Fa-f?]+(-[\dA-Fa-f]+)?(, ?U\+[\dA-Fa-f?]+(-[\dA-Fa-f]+)?)*$/.test(range)) &&
        /^[\w -]+$/.test(family) &&
        /^\d{1,4}( \d{1,4})?$/.test(weight) &&
        /^[A-Za-z0-9+/]+={0,2}$/.test(data),
    )
    .map(
      ({ family, weight, data, range }) =>
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2")${range ? `;unicode-range:${range}` : ""}}`,
    )
    .join("\n");
}
