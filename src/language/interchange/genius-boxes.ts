import { type Diagnostic, multiply, rationalOf } from "#prelude";
import { parseDecimal, toDecimal } from "./decimal.ts";
import type { Box, BoxSpace } from "./imported-file.ts";
import { mistake } from "./mistake.ts";
import { attribute, childrenNamed, descendantsNamed, type XmlElement } from "./xml-document.ts";

/**
 * The hyper-rectangles of a non-linear GENIUS space: the sum of the utilities of those that hold the settlement, over
 * `maxutility`. Undefined when the space has none. A weight of a rectangle or of the one sum is multiplied in.
 */
export function readBoxes(space: XmlElement, diagnostics: Diagnostic[]): BoxSpace | undefined {
  const utility = descendantsNamed(space, "utility")[0];
  if (!utility) return undefined;
  const maxUtility = parseDecimal(attribute(utility, "maxutility"));
  if (maxUtility === undefined || maxUtility <= 0) {
    diagnostics.push(
      mistake(utility.at, "import-number", "This <utility> has no positive maxutility.", 'Write maxutility="...".'),
    );
  }
  const sums = childrenNamed(utility, "ufun");
  const sum = sums[0];
  const aggregation = (sum && attribute(sum, "aggregation")?.trim().toLowerCase()) ?? "sum";
  const nested = sums.length > 1 || sums.some((each) => childrenNamed(each, "ufun").length > 0);
  if (!sum || nested || aggregation !== "sum") {
    diagnostics.push(
      mistake(
        (sum ?? utility).at,
        "import-utility-function",
        "Only one sum of hyper-rectangles is supported, not other aggregations or functions inside functions.",
        'Write the space as one <ufun aggregation="sum">.',
      ),
    );
    return { maxUtility: 1, boxes: [] };
  }
  const weight = weightOf(sum, diagnostics);
  const boxes = childrenNamed(sum, "hyperrectangle").flatMap((element) => readBox(element, weight, diagnostics));
  return { maxUtility: maxUtility ?? 1, boxes };
}

function readBox(element: XmlElement, weight: number, diagnostics: Diagnostic[]): readonly Box[] {
  const utility = parseDecimal(attribute(element, "utility"));
  if (utility === undefined) {
    diagnostics.push(
      mistake(
        element.at,
        "import-number",
        "This hyper-rectangle has no utility.",
        'Write utility="..." with a number.',
      ),
    );
  }
  const includes = childrenNamed(element, "includes");
  const excludes = childrenNamed(element, "excludes");
  // GENIUS keeps the last kind it finds: the EXCLUDES
  const ranges = (excludes.length > 0 ? excludes : includes).flatMap((bound) => {
    const issue = parseDecimal(attribute(bound, "index"));
    const min = parseDecimal(attribute(bound, "min"));
    const max = parseDecimal(attribute(bound, "max"));
    if (issue !== undefined && min !== undefined && max !== undefined) return [{ issue, min, max, at: bound.at }];
    diagnostics.push(
      mistake(bound.at, "import-number", "This range lacks its index, min or max.", "Write all three as numbers."),
    );
    return [];
  });
  const factor = multiply(rationalOf(weight), rationalOf(weightOf(element, diagnostics)));
  const points = toDecimal(multiply(rationalOf(utility ?? 0), factor));
  return [{ utility: points, outside: excludes.length > 0, ranges }];
}

function weightOf(element: XmlElement, diagnostics: Diagnostic[]): number {
  const text = attribute(element, "weight");
  const weight = text === undefined ? 1 : parseDecimal(text);
  if (weight === undefined) {
    diagnostics.push(
      mistake(
        element.at,
        "import-number",
        `This weight is "${text}"; a number was expected.`,
        "Write a number, or leave it out.",
      ),
    );
  }
  return weight ?? 1;
}
