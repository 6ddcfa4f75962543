import type { Diagnostic } from "#prelude";
import { parseDecimal } from "./decimal.ts";
import type { IssueValues } from "./imported-file.ts";
import { mistake } from "./mistake.ts";
import { attribute, childrenNamed, type XmlElement } from "./xml-document.ts";

export type GeniusType = "discrete" | "integer" | "real";

/** `type` decides where the three attributes that name it differ, as it does in GENIUS. */
export function readType(element: XmlElement, diagnostics: Diagnostic[]): GeniusType | undefined {
  const named = attribute(element, "type") ?? attribute(element, "vtype") ?? attribute(element, "etype") ?? "discrete";
  const type = named.trim().toLowerCase();
  if (type === "discrete" || type === "integer" || type === "real") return type;
  diagnostics.push(
    mistake(
      element.at,
      "import-issue-type",
      `Issues of the type "${type}" are not supported.`,
      "Use discrete, integer or real issues.",
    ),
  );
  return undefined;
}

/** Whether the issue states bounds at all: profiles may leave them to the domain. */
export function statesBounds(element: XmlElement): boolean {
  return attribute(element, "lowerbound") !== undefined || childrenNamed(element, "range").length > 0;
}

/** The values a GENIUS issue can take; its bounds stand on the issue or in a `<range>` below it. */
export function readValues(element: XmlElement, type: GeniusType, diagnostics: Diagnostic[]): IssueValues | undefined {
  if (type === "discrete") return discreteValues(element, diagnostics);
  const holder = attribute(element, "lowerbound") === undefined ? childrenNamed(element, "range")[0] : element;
  const low = parseDecimal(holder && attribute(holder, "lowerbound"));
  const high = parseDecimal(holder && attribute(holder, "upperbound"));
  const whole = type === "real" || (Number.isInteger(low) && Number.isInteger(high));
  if (low === undefined || high === undefined || low > high || !whole) {
    diagnostics.push(
      mistake(
        element.at,
        "import-bounds",
        `This ${type} issue has no usable bounds.`,
        `Give it lowerbound="..." and upperbound="..."${type === "integer" ? ", whole numbers" : ""}, the lower one first.`,
      ),
    );
    return undefined;
  }
  return type === "real" ? { kind: "real", low, high } : { kind: "numbers", low, high, step: 1 };
}

function discreteValues(element: XmlElement, diagnostics: Diagnostic[]): IssueValues | undefined {
  const names = childrenNamed(element, "item").map((item, place) => valueName(item, place));
  if (names.length > 0) return { kind: "discrete", names: [...new Set(names)] };
  diagnostics.push(
    mistake(element.at, "import-no-values", "This discrete issue lists no value.", "Add its <item> elements."),
  );
  return undefined;
}

/** What an item is called; `place` counts from 0. */
export function valueName(item: XmlElement, place: number): string {
  return attribute(item, "value")?.trim() || `Value ${attribute(item, "index") ?? place + 1}`;
}
