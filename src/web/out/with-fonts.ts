import { type EmbeddedFont, fontFaces } from "#report";

/** A drawing's file with its fonts inside: a drawing shown as an image may ask for none. */
export function withFonts(svg: string, fonts: readonly EmbeddedFont[]): string {
  return svg.replace("<style>", () => `<style>${fontFaces(fonts)}`);
}
