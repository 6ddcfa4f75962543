import { unreachable } from "#prelude";
import { type Inline, inlines, type Text, type Verdict } from "../document/document.ts";
import { partySymbol } from "../plots/party-symbol.ts";
import { escapeHtml, isolated } from "./escape.ts";

/** What the renderer must know about the document to mark a party and to point at a source. */
export type Marks = {
  readonly slot: (party: string) => number;
  readonly isEstimate: (party: string) => boolean;
  /** The id of the source's entry on the page. */
  readonly sourceAnchor: (source: string) => string | undefined;
  readonly sourceStatus: (source: string) => string | undefined;
};

export function renderText(text: Text, marks: Marks, place: "sentence" | "heading-cell" = "sentence"): string {
  return inlines(text)
    .map((inline) => renderInline(inline, marks, place))
    .join("");
}

function renderInline(inline: Inline, marks: Marks, place: "sentence" | "heading-cell"): string {
  if (typeof inline === "string") return wholeDays(powers(perCent(escapeHtml(inline))));
  switch (inline.kind) {
    case "name":
      return isolated(inline.text);
    case "party":
      return place === "heading-cell" ? headingParty(inline, marks) : isolated(inline.text);
    case "id":
      // short ids stay whole; long ones may break after their underscores, dots and hyphens
      return inline.text.length <= 28
        ? `<code class="whole">${isolated(inline.text)}</code>`
        : `<code><bdi>${breakable(escapeHtml(inline.text))}</bdi></code>`;
    case "strong":
      return `<strong>${renderText(inline.of, marks)}</strong>`;
    case "faint":
      return `<span class="faint">${renderText(inline.of, marks)}</span>`;
    case "verdict":
      return `<span class="verdict verdict-${inline.is}">${verdictMark(inline.is)}${escapeHtml(inline.text)}</span>`;
    case "badge":
      return `<span class="badge badge-${inline.tone}">${escapeHtml(inline.text)}</span>`;
    case "source": {
      const anchor = marks.sourceAnchor(inline.source);
      const status = marks.sourceStatus(inline.source);
      const words = wholeDays(isolated(inline.text));
      const doubt =
        status === "contested" || status === "debunked" ? ` <span class="badge badge-warning">${status}</span>` : "";
      return (anchor ? `<a href="#${anchor}">${words}</a>` : words) + doubt;
    }
    case "anchor": {
      const anchor = marks.sourceAnchor(inline.source);
      return anchor ? `<span id="${anchor}"></span>` : "";
    }
    default:
      return unreachable(inline);
  }
}

/** In the head of a row or column a party shows its mark, and whose numbers they are. */
function headingParty(inline: { readonly party: string; readonly text: string }, marks: Marks): string {
  const mark = `<svg class="swatch" viewBox="0 0 14 14" width="12" height="12" aria-hidden="true" focusable="false">${partySymbol(marks.slot(inline.party), 7, 7, 70)}</svg>`;
  const estimate = marks.isEstimate(inline.party) ? `<small class="estimate">this analyst’s estimate</small>` : "";
  // the mark keeps to the first word, whose direction the whole name is isolated with
  const [first = "", ...rest] = inline.text.split(" ");
  const words = [`<span class="whole">${mark}${escapeHtml(first)}</span>`, ...rest.map(escapeHtml)].join(" ");
  return `<bdi class="party">${words}</bdi>${estimate}`;
}

const verdictPaths: Readonly<Record<Verdict, string>> = {
  yes: "M2.5 7.5l3 3 6-7",
  no: "M3 3l8 8M11 3l-8 8",
  partly: "M2.5 7h9",
  open: "M7 3a4 4 0 1 0 .01 0",
};

function verdictMark(verdict: Verdict): string {
  return `<svg class="mark" viewBox="0 0 14 14" width="12" height="12" aria-hidden="true" focusable="false"><path d="${verdictPaths[verdict]}"/></svg>`;
}

function breakable(escaped: string): string {
  return escaped.replace(/([_.-])(?=\w)/g, "$1<wbr>");
}

/** "90.3 %" stays on one line. */
function perCent(escaped: string): string {
  return escaped.replace(/(\d) %/g, "$1\u00a0%");
}

/** A day is not broken after its hyphens. */
function wholeDays(escaped: string): string {
  return escaped.replace(/\b\d{4}-\d{2}-\d{2}\b/g, '<span class="whole">$&</span>');
}

/** "4.2 × 10^13" and "10^-12" with raised exponents, each kept on one line. */
function powers(escaped: string): string {
  return escaped.replace(
    /(\d[\d.]* × )?\b10\^(-?)(\d+)/g,
    (_, factor: string | undefined, minus: string, power: string) =>
      `<span class="whole">${factor ?? ""}10<sup>${minus && "−"}${power}</sup></span>`,
  );
}
