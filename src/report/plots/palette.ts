import { partyHues } from "./plot-style.ts";

const hues = partyHues.map((hue, slot) => `--party-${slot}:${hue}`).join(";");

/** Paper and ink, one accent; as custom properties for a style sheet's `:root`. Drawings and pages share them. */
export const lightPalette = `--paper:#fbf9f4;--ink:#1d1b17;--soft:#5b564d;--line:#e3ddd0;--rule:#1d1b17;--panel:#f4f0e6;--accent:#0b5a63;--zone:#d5e6e4;--yes:#1f5f3f;--no:#8a2b12;--warn-paper:#f6e3c5;--warn-ink:#5f3b00;--mark-edge:#1d1b17;${hues}`;

/** The same after dark; the parties keep their hues. */
export const darkPalette = `--paper:#171614;--ink:#ebe6dc;--soft:#aaa396;--line:#37332d;--rule:#ebe6dc;--panel:#211f1c;--accent:#83c9cd;--zone:#213b3c;--yes:#8fd0ab;--no:#f0a58c;--warn-paper:#4a3713;--warn-ink:#f5dcae;--mark-edge:#ebe6dc`;

/** A serif for answers and headings, a sans with figures that line up for everything else. */
export const typefaces = `--serif:"Source Serif 4",Charter,"Iowan Old Style",Georgia,serif;--sans:"Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`;
