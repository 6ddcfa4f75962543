/** Attributes of an SVG element; numbers are rounded to a hundredth of a pixel so that files stay small and equal. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element around content that is already markup. */
export function element(tag: string, attributes: Attributes, content = ""): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? pixel(value) : escapeMarkup(String(value))}"`)
    .join("");
  return content === "" ? `<${tag}${list}/>` : `<${tag}${list}>${content}</${tag}>`;
}

/** A line of text. Its direction is isolated, so that a name from a file cannot reorder its neighbours. */
export function label(text: string, attributes: Attributes): string {
  return element("text", attributes, `\u2068${escapeMarkup(withoutControls(text))}\u2069`);
}

/** The frame of a drawing: titled and described for those who do not see it. `id` prefixes both ids. */
export function drawing(
  frame: {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly description: string;
  },
  content: string,
): string {
  const { id, width, height } = frame;
  const named = `<title id="${escapeMarkup(id)}-title">${escapeMarkup(withoutControls(frame.title))}</title>`;
  const described = `<desc id="${escapeMarkup(id)}-desc">${escapeMarkup(withoutControls(frame.description))}</desc>`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "plot",
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      viewBox: `0 0 ${pixel(width)} ${pixel(height)}`,
      width,
      height,
    },
    named + described + content,
  );
}

export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Without control characters (illegal in XML, live in a terminal) and without marks that turn the direction of text. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, " ").trim();
}

export function pixel(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
