import type { Diagnostic } from "#prelude";
import { parseDecimal } from "./decimal.ts";
import type {
  DomainFile,
  DomainIssue,
  Evaluator,
  ImportedFile,
  IssueValues,
  ProfileIssue,
  Reservation,
} from "./imported-file.ts";
import { type JsonNode, readJson } from "./json-document.ts";
import { mistake } from "./mistake.ts";

/**
 * A GeniusWeb file: an object with `issuesValues` is a domain, a `LinearAdditiveUtilitySpace` a profile; any other
 * JSON is not ours. A value that a profile leaves out is worth 0.
 */
export function readGeniusWeb(file: string, text: string): ImportedFile {
  const document = readJson(file, text);
  if (!document.ok) return { kind: "refused", file, diagnostics: [document.error] };
  const root = document.value;
  const diagnostics: Diagnostic[] = [];
  const space = entry(root, "LinearAdditiveUtilitySpace") ?? (entry(root, "issueUtilities") && root);
  if (space) return readProfile(file, space, diagnostics);
  if (entry(root, "issuesValues")) {
    const domain = readDomain(file, root, diagnostics);
    return diagnostics.length > 0 ? { kind: "refused", file, diagnostics } : domain;
  }
  const unsupported = [...entriesOf(root).keys()].find((key) => /(UtilitySpace|Ordering|Profile)$/.test(key));
  if (unsupported === undefined) return { kind: "other", file };
  const refusal = mistake(
    root.at,
    "import-profile-type",
    `Profiles of the type ${unsupported} are not supported.`,
    "Choose a LinearAdditiveUtilitySpace profile.",
  );
  return { kind: "refused", file, diagnostics: [refusal] };
}

function readDomain(file: string, node: JsonNode, diagnostics: Diagnostic[]): DomainFile {
  const issues = [...entriesOf(entry(node, "issuesValues"))].flatMap(([name, set]): DomainIssue[] => {
    const values = readValues(set);
    if (values) return [{ name: name.trim(), at: set.at, values }];
    diagnostics.push(
      mistake(
        set.at,
        "import-no-values",
        `The issue "${name}" has no usable values.`,
        'Give it "values": [...] with at least one text, or "range": [low, high, step] with a positive step.',
      ),
    );
    return [];
  });
  if (issues.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      mistake(node.at, "import-no-issues", "This domain has no issue.", 'Add issues to "issuesValues".'),
    );
  }
  return { kind: "domain", file, format: "GeniusWeb JSON", name: textOf(entry(node, "name")) ?? "", issues };
}

function readValues(set: JsonNode): IssueValues | undefined {
  const list = entry(set, "values") ?? entry(entry(set, "DiscreteValueSet"), "values");
  if (list?.kind === "array") {
    const names = list.items.map(textOf);
    if (names.length === 0 || names.includes(undefined)) return undefined;
    return { kind: "discrete", names: [...new Set(names.filter((name) => name !== undefined))] };
  }
  const range = entry(set, "range") ?? entry(entry(set, "NumberValueSet"), "range");
  if (range?.kind !== "array") return undefined;
  const [low, high, step] = range.items.map((item) => parseDecimal(textOf(item)));
  if (low === undefined || high === undefined || step === undefined || step <= 0 || low > high) return undefined;
  return { kind: "numbers", low, high, step };
}

function readProfile(file: string, space: JsonNode, diagnostics: Diagnostic[]): ImportedFile {
  const weights = entriesOf(entry(space, "issueWeights"));
  const issues = [...entriesOf(entry(space, "issueUtilities"))].map(([name, utilities]): ProfileIssue => {
    const weight = numberOf(weights.get(name), utilities, `weight of "${name}"`, diagnostics);
    return { name: name.trim(), at: utilities.at, weight, evaluator: readEvaluator(name, utilities, diagnostics) };
  });
  if (issues.length === 0) {
    diagnostics.push(
      mistake(
        space.at,
        "import-empty-profile",
        "This profile has no issueUtilities.",
        "Fill it in, or choose other profiles.",
      ),
    );
  }
  const inside = entry(space, "domain");
  const domain = inside && entry(inside, "issuesValues") ? readDomain(file, inside, diagnostics) : undefined;
  if (diagnostics.length > 0) return { kind: "refused", file, diagnostics };
  return {
    kind: "profile",
    file,
    at: space.at,
    format: "GeniusWeb JSON",
    name: textOf(entry(space, "name")) ?? "",
    issues,
    reservation: readReservation(space),
    warnings: [],
    ...(domain && { domain }),
  };
}

function readReservation(space: JsonNode): Reservation {
  const bid = entry(space, "reservationBid");
  const values = entry(bid, "issuevalues") ?? entry(bid, "issueValues");
  if (!bid || !values) return { kind: "value", value: 0 };
  const chosen = new Map<string, string>();
  for (const [name, value] of entriesOf(values)) chosen.set(name.trim(), textOf(value) ?? "");
  return { kind: "bid", bid: chosen, at: bid.at };
}

function readEvaluator(name: string, utilities: JsonNode, diagnostics: Diagnostic[]): Evaluator {
  const discrete = entry(utilities, "discreteutils") ?? entry(utilities, "DiscreteValueSetUtilities");
  const worths = entry(discrete, "valueUtilities");
  if (worths?.kind === "object") {
    const worth = new Map<string, number>();
    for (const [value, node] of worths.entries) {
      worth.set(value.trim(), numberOf(node, node, `utility of "${value}"`, diagnostics));
    }
    return { kind: "table", worth, of: 1 };
  }
  const numbers = entry(utilities, "numberutils") ?? entry(utilities, "NumberValueSetUtilities");
  if (numbers?.kind === "object") {
    const number = (key: string): number => numberOf(numbers.entries.get(key), numbers, key, diagnostics);
    const between = { low: number("lowValue"), lowWorth: number("lowUtility"), high: number("highValue") };
    return { kind: "between", ...between, highWorth: number("highUtility") };
  }
  diagnostics.push(
    mistake(
      utilities.at,
      "import-evaluator-type",
      `The utilities of the issue "${name}" are neither discreteutils nor numberutils.`,
      "Write them as one of the two.",
    ),
  );
  return { kind: "constant", worth: 0 };
}

function numberOf(node: JsonNode | undefined, near: JsonNode, what: string, diagnostics: Diagnostic[]): number {
  const text = textOf(node);
  const value = parseDecimal(text);
  if (value === undefined || value < 0) {
    diagnostics.push(
      mistake(
        (node ?? near).at,
        "import-number",
        `The ${what} is ${text === undefined ? "missing" : text}; a number of at least 0 was expected.`,
        "Write a number, such as 0.25.",
      ),
    );
    return 0;
  }
  return value;
}

function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.kind === "string") return node.value.trim();
  return node?.kind === "number" ? node.text : undefined;
}

function entry(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.entries.get(key) : undefined;
}

function entriesOf(node: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  return node?.kind === "object" ? node.entries : new Map();
}
