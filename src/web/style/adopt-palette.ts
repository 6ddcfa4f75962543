import { darkPalette, lightPalette, plotStyle, typefaces } from "#report";

/**
 * The report's colours and the style of its drawings, for the page too. As a constructed sheet, since the page's policy
 * allows no inline style. `data-theme` on the root wins over the system's wish; paper is always light.
 */
export function adoptPalette(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root{color-scheme:light;${lightPalette};${typefaces}}
    @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${darkPalette}}}
    @media screen{:root[data-theme=dark]{color-scheme:dark;${darkPalette}}}
    ${plotStyle}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
