import type { Diagnostic, Span } from "#prelude";
import { parseDecimal } from "./decimal.ts";
import { readBoxes } from "./genius-boxes.ts";
import { readEvaluator } from "./genius-evaluator.ts";
import { readType, readValues, statesBounds } from "./genius-values.ts";
import type { DomainIssue, ImportedFile, ProfileFile, ProfileIssue } from "./imported-file.ts";
import { mistake, warning } from "./mistake.ts";
import { attribute, childrenNamed, descendantsNamed, readXml, type XmlElement } from "./xml-document.ts";

type IssueElement = { readonly element: XmlElement; readonly weights: ReadonlyMap<number, number> };

/**
 * A GENIUS file: `<negotiation_template>` is a domain, a bare `<utility_space>` a profile; anything else is not ours.
 * Semantics as in GENIUS 10: an objective below another adds nothing of its own, weights are used as written.
 */
export function readGenius(file: string, text: string): ImportedFile {
  const document = readXml(file, text);
  if (!document.ok) return { kind: "refused", file, diagnostics: [document.error] };
  const root = document.value;
  if (root.name === "negotiation_template") return readDomain(file, childrenNamed(root, "utility_space")[0] ?? root);
  return root.name === "utility_space" ? readProfile(file, root) : { kind: "other", file };
}

function readDomain(file: string, space: XmlElement): ImportedFile {
  const diagnostics: Diagnostic[] = [];
  // weights in a domain mean nothing, so neither do mistakes in them
  const issues = issuesOf(space, []).flatMap(({ element }): DomainIssue[] => {
    const type = readType(element, diagnostics);
    const values = type && readValues(element, type, diagnostics);
    return values ? [{ ...headOf(element), values }] : [];
  });
  if (issues.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      mistake(space.at, "import-no-issues", "This domain has no issue.", "Choose a domain file that lists its issues."),
    );
  }
  if (diagnostics.length > 0) return { kind: "refused", file, diagnostics };
  return { kind: "domain", file, format: "GENIUS XML", name: nameOf(space), issues };
}

function readProfile(file: string, space: XmlElement): ImportedFile {
  const unsupported = unsupportedSpace(space);
  if (unsupported) return { kind: "refused", file, diagnostics: [unsupported] };
  const diagnostics: Diagnostic[] = [];
  const boxes = readBoxes(space, diagnostics);
  const elements = issuesOf(space, diagnostics);
  if (!boxes && isTemplate(space)) {
    diagnostics.push(
      mistake(
        space.at,
        "import-empty-profile",
        "This profile is an empty template: no value of any issue has an evaluation.",
        "Fill it in, or choose other profiles.",
      ),
    );
  }
  const issues =
    diagnostics.length > 0
      ? []
      : elements.map(({ element, weights }) => readIssue(element, weights, boxes !== undefined, diagnostics));
  const reservation = numberIn(space, "reservation", diagnostics);
  const discount = numberIn(space, "discount_factor", diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return { kind: "refused", file, diagnostics };
  const profile: ProfileFile = {
    kind: "profile",
    file,
    at: space.at,
    format: "GENIUS XML",
    name: nameOf(space),
    issues,
    reservation: { kind: "value", value: reservation ?? 0 },
    warnings: [...uncertainWarning(space), ...diagnostics],
  };
  return { ...profile, ...(boxes && { boxes }), ...(discount !== undefined && { discount }) };
}

function readIssue(
  element: XmlElement,
  weights: ReadonlyMap<number, number>,
  inBoxes: boolean,
  diagnostics: Diagnostic[],
): ProfileIssue {
  const head = headOf(element);
  const type = readType(element, diagnostics);
  const values =
    type === "discrete" || statesBounds(element) ? type && readValues(element, type, diagnostics) : undefined;
  const weight = inBoxes ? 0 : head.index === undefined ? undefined : weights.get(head.index);
  if (weight === undefined) {
    diagnostics.push(
      warning(
        element.at,
        "import-weight-missing",
        `The issue "${head.name}" has no weight; it counts for nothing.`,
        `Add <weight index="${head.index ?? ""}" value="..."/> beside the issue.`,
      ),
    );
  }
  return {
    ...head,
    ...(values && { values }),
    weight: weight ?? 0,
    evaluator: inBoxes || !type ? { kind: "constant", worth: 0 } : readEvaluator(element, type, diagnostics),
  };
}

/** The type says that the party is told only comparisons; the numbers are in the file all the same, and are used. */
function uncertainWarning(space: XmlElement): readonly Diagnostic[] {
  if (attribute(space, "type")?.toUpperCase() !== "UNCERTAIN") return [];
  return [
    warning(
      space.at,
      "import-uncertain-profile",
      "This profile is of the type UNCERTAIN: in a session its party is told only some comparisons of outcomes. The numbers in the file are used.",
      "Nothing to put right, if these numbers are meant; else leave the profile out.",
    ),
  ];
}

function unsupportedSpace(space: XmlElement): Diagnostic | undefined {
  const constraint = findConstraint(space);
  return (
    constraint &&
    mistake(
      constraint.at,
      "import-constraint-space",
      `This profile states constraints (<${constraint.name}>); such utility spaces are not supported.`,
      "Choose a profile with evaluations and weights, or with hyper-rectangles.",
    )
  );
}

function findConstraint(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    const found = /constraint/.test(child.name) ? child : findConstraint(child);
    if (found) return found;
  }
  return undefined;
}

/** Whether nothing in the profile says what any value is worth. */
function isTemplate(space: XmlElement): boolean {
  const evaluated = descendantsNamed(space, "item").some((item) => {
    const evaluation = attribute(item, "evaluation")?.trim();
    return evaluation !== undefined && evaluation !== "" && evaluation !== "null";
  });
  return !evaluated && descendantsNamed(space, "evaluator").length === 0;
}

/** Every issue below the element in document order, with the weights of its own objective. */
function issuesOf(element: XmlElement, diagnostics: Diagnostic[]): readonly IssueElement[] {
  const weights = new Map<number, number>();
  for (const weight of childrenNamed(element, "weight")) {
    const index = parseDecimal(attribute(weight, "index"));
    const value = parseDecimal(attribute(weight, "value"));
    // a computed weight of zero may have come out a hair below it
    if (index !== undefined && value !== undefined && value > -1e-9) weights.set(index, Math.max(0, value));
    else diagnostics.push(notANumber(weight, "weight", attribute(weight, "value")));
  }
  return element.children.flatMap((child) => {
    if (child.name === "issue") return [{ element: child, weights }];
    return child.name === "objective" ? issuesOf(child, diagnostics) : [];
  });
}

function headOf(element: XmlElement): { readonly name: string; readonly at: Span; readonly index?: number } {
  const index = parseDecimal(attribute(element, "index"));
  const name = attribute(element, "name")?.trim() || `Issue ${index ?? ""}`.trim();
  return { name, at: element.at, ...(index !== undefined && { index }) };
}

/** The `value` of the first such element, inside or outside the objective. */
function numberIn(space: XmlElement, name: string, diagnostics: Diagnostic[]): number | undefined {
  const element = descendantsNamed(space, name)[0];
  const text = element && attribute(element, "value")?.trim();
  if (!element || text === undefined || text === "" || text === "null") return undefined;
  const value = parseDecimal(text);
  if (value === undefined) diagnostics.push(notANumber(element, name, text));
  return value;
}

function notANumber(element: XmlElement, what: string, text: string | undefined): Diagnostic {
  return mistake(
    element.at,
    "import-number",
    `This ${what} is ${text === undefined ? "missing its value" : `"${text}"`}; a number was expected.`,
    what === "weight" ? "Write its index and a number of at least 0." : "Write a number, such as 0.5.",
  );
}

function nameOf(space: XmlElement): string {
  const objective = childrenNamed(space, "objective")[0];
  return (objective && attribute(objective, "name")?.trim()) ?? "";
}
