/** A font file to carry in the page: woff2 in base64. A weight such as "200 900" is a variable font's range. */
export type EmbeddedFont = { readonly family: string; readonly weight: string; readonly data: string };

/** The fonts as style rules; anything that is not what it says is left out rather than written into the page. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .filter(
      ({ family, weight, data }) =>
        /^[\w -]+$/.test(family) && /^\d{1,4}( \d{1,4})?$/.test(weight) && /^[A-Za-z0-9+/]+={0,2}$/.test(data),
    )
    .map(
      ({ family, weight, data }) =>
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    )
    .join("\n");
}
