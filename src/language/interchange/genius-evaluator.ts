import type { Diagnostic } from "#prelude";
import { parseDecimal } from "./decimal.ts";
import { type GeniusType, valueName } from "./genius-values.ts";
import type { Evaluator } from "./imported-file.ts";
import { mistake, warning } from "./mistake.ts";
import { attribute, childrenNamed, type XmlElement } from "./xml-document.ts";

const nothing: Evaluator = { kind: "constant", worth: 0 };

/** What each value of a GENIUS issue is worth, as GENIUS 10 reads it. */
export function readEvaluator(element: XmlElement, issueType: GeniusType, diagnostics: Diagnostic[]): Evaluator {
  if (issueType === "discrete") return readTable(element, diagnostics);
  const evaluator = childrenNamed(element, "evaluator")[0];
  if (!evaluator) {
    diagnostics.push(
      warning(
        element.at,
        "import-evaluation-missing",
        "This issue has no evaluator; all its values count as 0.",
        'Add <evaluator ftype="linear" .../> to it.',
      ),
    );
    return nothing;
  }
  const type = (attribute(evaluator, "ftype") ?? "linear").trim().toLowerCase();
  if (issueType === "integer") {
    if (type === "linear") return readLine(evaluator, ["offset", "slope"], "lowest", diagnostics);
  } else if (type === "linear") {
    // some writers of real issues name the two as they are named for integers
    const integerNames =
      attribute(evaluator, "parameter0") === undefined && attribute(evaluator, "offset") !== undefined;
    return readLine(evaluator, integerNames ? ["offset", "slope"] : ["parameter0", "parameter1"], "zero", diagnostics);
  } else if (type === "constant") {
    const [worth] = readNumbers(evaluator, ["parameter0"], diagnostics);
    return worth === undefined ? nothing : { kind: "constant", worth };
  } else if (type === "triangular") {
    const [low, high, top] = readNumbers(evaluator, ["parameter0", "parameter1", "parameter2"], diagnostics);
    if (low === undefined || high === undefined || top === undefined) return nothing;
    return { kind: "triangle", low, high, top, worth: 1 };
  }
  diagnostics.push(
    mistake(
      evaluator.at,
      "import-evaluator-type",
      `An evaluator of the type "${type}" is not supported on this issue.`,
      issueType === "real" ? "Use linear, constant or triangular." : "Use linear.",
    ),
  );
  return nothing;
}

/** Evaluations are shares of the largest one; below 0.00001 that largest makes all of them 0. */
function readTable(element: XmlElement, diagnostics: Diagnostic[]): Evaluator {
  const worth = new Map<string, number>();
  for (const [place, item] of childrenNamed(element, "item").entries()) {
    const name = valueName(item, place);
    const text = attribute(item, "evaluation")?.trim();
    const value = parseDecimal(text);
    if (value !== undefined) {
      worth.set(name, value);
    } else if (text === undefined || text === "" || text === "null") {
      diagnostics.push(
        warning(
          item.at,
          "import-evaluation-missing",
          `The value "${name}" has no evaluation; it counts as 0.`,
          'Give it evaluation="...".',
        ),
      );
      worth.set(name, 0);
    } else {
      diagnostics.push(
        mistake(
          item.at,
          "import-number",
          `The evaluation of "${name}" is "${text}"; a number was expected.`,
          "Write a number, such as 10 or 0.5.",
        ),
      );
    }
  }
  const largest = Math.max(0, ...worth.values());
  return largest < 0.00001 ? nothing : { kind: "table", worth, of: largest };
}

function readLine(
  evaluator: XmlElement,
  names: readonly [string, string],
  from: "lowest" | "zero",
  diagnostics: Diagnostic[],
): Evaluator {
  const [offset, slope] = readNumbers(evaluator, names, diagnostics);
  return offset === undefined || slope === undefined ? nothing : { kind: "linear", offset, slope, from };
}

function readNumbers(
  evaluator: XmlElement,
  names: readonly string[],
  diagnostics: Diagnostic[],
): readonly (number | undefined)[] {
  return names.map((name) => {
    const text = attribute(evaluator, name);
    const value = parseDecimal(text);
    if (value === undefined) {
      diagnostics.push(
        mistake(
          evaluator.at,
          "import-number",
          `The ${name} of this evaluator is ${text === undefined ? "missing" : `"${text}"`}; a number was expected.`,
          `Write ${name}="..." with a number.`,
        ),
      );
    }
    return value;
  });
}
