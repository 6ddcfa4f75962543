import { lightPalette, typefaces } from "../plots/palette.ts";
import { plotStyle } from "../plots/plot-style.ts";

/** Paper around the drawing, in pixels: on a page the text around it keeps that room. */
export const margin = 16;

/**
 * A drawing as a file of its own: the plots' style inside, with the light theme's colours and the typefaces' names
 * written out, on paper. Takes what `drawing` makes. It asks for nothing; where the reader has no such font, the next of the list is used.
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
  const [frame = "", width = "", height = ""] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/.exec(svg) ?? [];
  const [wide, high] = [Number(width) + 2 * margin, Number(height) + 2 * margin];
  const widened = frame
    .replace(/ viewBox="[^"]*"/, ` viewBox="${-margin} ${-margin} ${wide} ${high}"`)
    .replace(/ width="[^"]*"/, ` width="${wide}"`)
    .replace(/ height="[^"]*"/, ` height="${high}"`);
  // after the drawing's name and description, which come first in a file; markup inside them is escaped
  const at = svg.indexOf("</desc>") + "</desc>".length;
  const style = `<style>${writtenOut(plotStyle.trim(), '"')}</style>`;
  const paper = `<rect x="${-margin}" y="${-margin}" width="${wide}" height="${high}" fill="${values.get("--paper")}"/>`;
  const named = widened + svg.slice(frame.length, at);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named}${style}${paper}${writtenOut(svg.slice(at), "'")}\n`;
}
