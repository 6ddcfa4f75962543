import { expect, test } from "vitest";
import { pageStyle } from "./page-style.ts";

/** The colours of one theme, as the style sets them. */
function theme(from: number): Map<string, string> {
  const block = pageStyle.slice(from, pageStyle.indexOf("}", from));
  return new Map([...block.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const themes = [
  ["light", theme(0)],
  ["dark", theme(pageStyle.indexOf("prefers-color-scheme:dark"))],
] as const;

test.each(themes)("text reads well on paper and panels in the %s theme (WCAG AA: 4.5 to 1)", (_, colours) => {
  for (const ink of ["ink", "soft", "accent", "yes", "no"])
    for (const ground of ["paper", "panel"])
      expect(contrast(colours.get(ink)!, colours.get(ground)!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.get("warn-ink")!, colours.get("warn-paper")!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.get("soft")!, colours.get("zone")!)).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)("the edge of every mark stands out from the paper in the %s theme (3 to 1)", (_, colours) => {
  expect(contrast(colours.get("mark-edge")!, colours.get("paper")!)).toBeGreaterThanOrEqual(3);
});
