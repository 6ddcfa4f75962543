import { expect, test } from "vitest";
import { withFonts } from "./with-fonts.ts";

const svg = "<svg><desc>d</desc><style>.a{fill:#000}</style><text>a</text><style></style></svg>";
const font = { family: "Source Sans 3", weight: "200 900", range: "U+0000-00FF", data: "d09GMg==" };

test("the fonts come before the drawing's own style, and nothing else of it changes", () => {
  const whole = withFonts(svg, [font]);
  expect(whole).toContain('<style>@font-face{font-family:"Source Sans 3"');
  expect(whole).toContain("url(data:font/woff2;base64,d09GMg==)");
  expect(whole.replace(/@font-face\{[^}]*\}/, "")).toBe(svg);
});

test("what is no font is left out of the drawing", () => {
  expect(withFonts(svg, [{ ...font, data: 'x"></style><script>' }])).toBe(svg);
});
