import type { PartyId } from "#model";

/**
 * What a report says, before it is laid out. The sections write it once; the terminal, markdown and HTML renderers
 * each lay it out in their own way.
 *
 * A plain string is our own sentence. Words from a file or a person are a `name`, so that a renderer can isolate their
 * direction and take away what could act on a terminal.
 */
export type Inline =
  | string
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "party"; readonly party: PartyId; readonly text: string }
  | { readonly kind: "id"; readonly text: string }
  | { readonly kind: "strong"; readonly of: Text }
  | { readonly kind: "faint"; readonly of: Text }
  /** Carried by a mark and a word, so that hue is never alone. */
  | { readonly kind: "verdict"; readonly is: Verdict; readonly text: string }
  | { readonly kind: "badge"; readonly tone: "plain" | "warning"; readonly text: string }
  /** A source, with a way to its entry where the layout has one. */
  | { readonly kind: "source"; readonly source: string; readonly text: string }
  /** The entry of a source: where the ways to it lead. Prints nothing. */
  | { readonly kind: "anchor"; readonly source: string };

export type Verdict = "yes" | "no" | "partly" | "open";

export type Text = Inline | readonly Inline[];

export type Block =
  | { readonly kind: "paragraph"; readonly text: Text; readonly tone?: "note" }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | Table
  | Figure
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
  /** Evidence: one click away on the page, left out of text unless there is a text version. */
  | {
      readonly kind: "details";
      readonly summary: Text;
      readonly body: readonly Block[];
      readonly inText?: readonly Block[];
    };

export type Table = {
  readonly kind: "table";
  readonly caption: Text;
  readonly columns: readonly Column[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly Text[])[];
  /** A page only; text says the same elsewhere. */
  readonly pageOnly?: boolean;
};

export type Column = {
  readonly title: Text;
  readonly align: "start" | "end";
  /** Long text: a terminal puts it on a line of its own under the row. */
  readonly long?: boolean;
  /** A page only; text says the same elsewhere. */
  readonly pageOnly?: boolean;
};

/** A chart with the sentence above it and the table behind it. Text prints the sentence and the table. */
export type Figure = {
  readonly kind: "figure";
  readonly sentence: Text;
  /** What text says instead, having no drawing; the empty string: nothing. */
  readonly undrawn?: Text;
  /** Draws at a width in pixels; the renderer gives each drawing an `id` of its own to prefix its ids with. */
  readonly draw: (width: number, id: string) => string;
  readonly table: Table;
  /** The table says more than the drawing and starts open. */
  readonly open?: boolean;
};

export type Card = { readonly title: Text; readonly body: readonly Block[] };

export type Section = {
  readonly id: string;
  readonly title: string;
  /** The section's answer in one or two sentences. */
  readonly answer: Text;
  readonly blocks: readonly Block[];
  /** Methods and evidence: on the page only. */
  readonly pageOnly?: boolean;
};

export type Document = {
  readonly title: string;
  readonly subtitle: Text;
  /** The answer: the first sentence is the heading. */
  readonly answer: readonly Text[];
  readonly sections: readonly Section[];
};

export function name(text: string): Inline {
  return { kind: "name", text };
}

export function strong(...of: readonly Inline[]): Inline {
  return { kind: "strong", of };
}

export function faint(...of: readonly Inline[]): Inline {
  return { kind: "faint", of };
}

export function inlines(text: Text): readonly Inline[] {
  return Array.isArray(text) ? (text as readonly Inline[]) : [text as Inline]; // Array.isArray does not narrow readonly arrays
}

/** "a", "a and b", "a, b and c". */
export function series(items: readonly Text[], last = "and"): readonly Inline[] {
  return items.flatMap((item, index) => {
    const before = index === 0 ? [] : [index === items.length - 1 ? ` ${last} ` : ", "];
    return [...before, ...inlines(item)];
  });
}

/** "Ukraine’s", "United States’". */
export function possessive(of: {
  readonly kind: "party";
  readonly party: PartyId;
  readonly text: string;
}): readonly Inline[] {
  return [of, /s$/i.test(of.text) ? "’" : "’s"];
}
