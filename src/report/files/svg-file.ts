import { lightPalette, typefaces } from "../plots/palette.ts";
import { plotStyle } from "../plots/plot-style.ts";

/**
 * A drawing as a file of its own: the plots' style inside, with the light theme's colours and the typefaces' names
 * written out, on paper. It asks for nothing; where the reader has no such font, the next of the list is used.
 */
export function svgFile(svg: string): string {
  const values = new Map(
    `${lightPalette};${typefaces}`.split(";").map((pair) => {
      const [property = "", ...value] = pair.split(":");
      return [property.trim(), value.join(":").trim()] as const;
    }),
  );
  const writtenOut = (text: string, quote: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (_whole, property: string) => {
      const value = values.get(property);
      if (value === undefined) throw new Error(`A drawing uses ${property}, which the light theme does not set.`);
      return value.replaceAll('"', quote);
    });
  // after the drawing's name and description, which come first in a file; markup inside them is escaped
  const named = svg.indexOf("</desc>");
  const at = named >= 0 ? named + "</desc>".length : svg.indexOf(">") + 1;
  const style = `<style>${writtenOut(plotStyle.trim(), '"')}</style>`;
  const paper = `<rect width="100%" height="100%" fill="${values.get("--paper")}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.slice(0, at)}${style}${paper}${writtenOut(svg.slice(at), "'")}\n`;
}
