import type { Question, Variant } from "#model";
import { type Span, unreachable } from "#prelude";
import type { DurabilityNames } from "../durability/durability-names.ts";
import { present } from "../present.ts";
import type { RawQuestion, RawVariant } from "../schema/question-schema.ts";
import type { RawScenario } from "../schema/scenario-schema.ts";
import { fixForName } from "../suggestion.ts";
import { afterSignature } from "./after-signature.ts";
import { choicesOf } from "./build-packages.ts";
import { checkDates } from "./check-dates.ts";
import { conditionAt } from "./condition.ts";
import { checkRange } from "./judgement.ts";
import { type LineNames, lineName } from "./line-names.ts";
import { checkName, checkOption, dayOf, entries, ids, many, type Noun, type Reader, reportRepeated } from "./reader.ts";

type Kind = keyof RawQuestion;

/** A claim's question with every name checked; undefined if it is not exactly one question. */
export function buildQuestion(raw: RawQuestion, at: Span, asking: Asking): Question | undefined {
  const { reader } = asking;
  const kinds = Object.keys(raw);
  if (kinds.length !== 1) {
    reader.diagnostics.error("question-kinds", at, () => ({
      message: kinds.length === 0 ? "This asks nothing." : `This asks ${kinds.length} questions: ${kinds.join(", ")}.`,
      fix: "Write one question; put several into `all: [{...}, {...}]`.",
    }));
    return undefined;
  }
  return questionOf(kinds[0] as Kind, raw, asking); // the schema knows no other keys
}

/** What a question may name, in every file of the scenario. */
export type Asking = {
  readonly reader: Reader;
  readonly scenario: RawScenario;
  readonly lines: LineNames;
  readonly durability: DurabilityNames;
  /** Undefined where there is no layers.yaml, or it could not be read. */
  readonly tiers: ReadonlySet<string> | undefined;
};

function questionOf(kind: Kind, raw: RawQuestion, asking: Asking): Question | undefined {
  const { reader } = asking;
  const { document } = reader;
  const named = <T extends object>(value: T, key: keyof T & string, noun: Noun) => {
    checkName(reader, noun, String(value[key]), () => document.at(value, key));
  };
  const option = (value: { issue: string; option: string }) => {
    named(value, "issue", "issue");
    checkOption(reader, value.issue, value.option, () => document.at(value, "option"));
  };
  switch (kind) {
    case "verdict": {
      const { party, answer, ...value } = raw.verdict!;
      named(raw.verdict!, "party", "party");
      const by = value.by === undefined ? undefined : reasons(reader, raw.verdict!);
      return present({ kind: "verdict" as const, of: variantOf(reader, raw.verdict!), party, answer, by });
    }
    case "reservation": {
      const { party, answer } = raw.reservation!;
      named(raw.reservation!, "party", "party");
      return { kind: "reservation", of: variantOf(reader, raw.reservation!), party, answer };
    }
    case "rises": {
      const { party, along } = raw.rises!;
      named(raw.rises!, "party", "party");
      return { kind: "rises", party, along: along.map((variant) => variantOf(reader, variant)) };
    }
    case "local_value_rises": {
      const value = raw.local_value_rises!;
      const { party, issue, given } = value;
      named(value, "party", "party");
      option(value);
      named(value, "given", "issue");
      for (const { value: one, at } of many<string>(reader, value, "along")) checkOption(reader, given, one, at);
      return { kind: "local-value-rises", party, issue, option: value.option, given, along: value.along };
    }
    case "best_for": {
      const value = raw.best_for!;
      named(value, "party", "party");
      named(value, "from", "package");
      const free = ids(reader, value, "free", undefined);
      for (const { value: one, at } of many<string>(reader, value, "free")) checkFree(reader, one, at);
      return { kind: "best-for", party: value.party, from: value.from, free, answer: value.answer };
    }
    case "zone": {
      const value = raw.zone!;
      return {
        kind: "zone",
        where: conditionAt(reader, value, "where", true),
        enforce: linesOf(value, "enforce", asking),
        setAside: linesOf(value, "set_aside", asking),
        answer: value.answer === "empty" ? "empty" : "not-empty",
      };
    }
    case "deadlock": {
      const value = raw.deadlock!;
      named(value, "issue", "issue");
      const parties = ids(reader, value, "parties", "party");
      return { kind: "deadlock", issue: value.issue, parties, answer: value.answer };
    }
    case "hollow_consensus": {
      const value = raw.hollow_consensus!;
      named(value, "term", "term");
      named(value, "package", "package");
      return { kind: "hollow-consensus", ...value };
    }
    case "readings_differ": {
      named(raw.readings_differ!, "term", "term");
      return { kind: "readings-differ", ...raw.readings_differ! };
    }
    case "candidates":
      return candidatesOf(reader, raw.candidates!);
    case "channels": {
      const value = raw.channels!;
      checkDates(reader, value);
      return present({
        kind: "channels" as const,
        together: ids(reader, value, "together", "party"),
        from: dayOf(value.from),
        until: dayOf(value.until),
        atLeast: value.at_least,
        atMost: value.at_most,
      });
    }
    case "event":
      named(raw.event!, "event", "event");
      return { kind: "event", event: raw.event!.event, date: dayOf(raw.event!.date) };
    case "chooses":
      named(raw.chooses!, "package", "package");
      option(raw.chooses!);
      return { kind: "chooses", ...raw.chooses! };
    case "quantity":
      return quantityOf(asking, raw.quantity!, option);
    case "line":
      named(raw.line!, "party", "party");
      named(raw.line!, "issue", "issue");
      return { kind: "line", ...raw.line! };
    case "members": {
      const value = raw.members!;
      named(value, "party", "party");
      return { kind: "members", party: value.party, includes: ids(reader, value, "includes", undefined) };
    }
    case "size":
      return { kind: "size", ...raw.size! };
    case "source":
      named(raw.source!, "source", "source");
      return { kind: "source", ...raw.source! };
    case "threshold_rises":
    case "intervention":
    case "guarantee":
    case "aftermath":
    case "limit":
    case "tiers":
    case "measured":
      return afterSignature(kind, raw, (variant) => variantOf(reader, variant), asking);
    case "all": {
      const of = raw.all!.map((one, index) => {
        const at = document.at(raw.all!, index);
        return buildQuestion(one, at, asking);
      });
      return { kind: "all", of: of.filter((one) => one !== undefined) };
    }
    case "later":
      return { kind: "later", capability: raw.later! };
    default:
      return unreachable(kind);
  }
}

/** A package with changes; the question itself may carry both keys. */
function variantOf(reader: Reader, raw: RawVariant): Variant {
  checkName(reader, "package", raw.package, () => reader.document.at(raw, "package"));
  return { package: raw.package, set: choicesOf(reader, raw.set) };
}

function reasons(reader: Reader, verdict: object): readonly ("value" | "line" | "floor")[] {
  const seen = new Set<"value" | "line" | "floor">();
  for (const { value, at } of many<"value" | "line" | "floor">(reader, verdict, "by")) {
    if (seen.has(value)) reportRepeated(reader, value, at);
    seen.add(value);
  }
  return [...seen];
}

function checkFree({ names, diagnostics }: Reader, id: string, at: () => Span): void {
  if (!names?.issues || !names.clusters || names.issues.has(id) || names.clusters.has(id)) return;
  const known = [...names.issues.keys(), ...names.clusters];
  diagnostics.error("unknown-issue-or-cluster", at(), () => ({
    message: `There is no issue or cluster "${id}".`,
    fix: fixForName(id, known, "issue or cluster"),
  }));
}

function linesOf(zone: object, key: "enforce" | "set_aside", { reader, lines }: Asking): readonly string[] {
  const found = new Set<string>();
  for (const { value, at } of many<string>(reader, zone, key)) {
    const name = lineName(value, lines, at(), reader.diagnostics);
    if (name === undefined) continue;
    if (found.has(name)) reportRepeated(reader, value, at);
    found.add(name);
  }
  return [...found];
}

function candidatesOf(reader: Reader, value: NonNullable<RawQuestion["candidates"]>): Question {
  const { names, document, diagnostics } = reader;
  checkName(reader, "candidate list", value.list, () => document.at(value, "list"));
  const known = names?.candidates?.get(value.list);
  const check = (id: string, at: () => Span) => {
    if (!known || known.has(id)) return;
    diagnostics.error("unknown-candidate", at(), () => ({
      message: `The list "${value.list}" has no candidate "${id}".`,
      fix: fixForName(id, known, "candidate"),
    }));
  };
  for (const { value: id, at } of many<string>(reader, value, "passes")) check(id, at);
  const fails = entries(reader, value.fails).map(({ key, value: party, keyAt, at }) => {
    check(key, keyAt);
    checkName(reader, "party", party, at);
    return [key, party] as const;
  });
  return present({
    kind: "candidates" as const,
    list: value.list,
    passes: ids(reader, value, "passes", undefined),
    fails: Object.fromEntries(fails),
    atMost: value.at_most,
  });
}

function quantityOf(
  { reader, scenario }: Asking,
  value: NonNullable<RawQuestion["quantity"]>,
  checkOptionOf: (value: { issue: string; option: string }) => void,
): Question {
  checkOptionOf(value);
  const option = scenario.issues[value.issue]?.options[value.option];
  if (option !== undefined) {
    const known = typeof option === "object" && option !== null ? Object.keys(option.quantities ?? {}) : [];
    if (!known.includes(value.quantity))
      reader.diagnostics.error("unknown-quantity", reader.document.at(value, "quantity"), () => ({
        message: `Option "${value.option}" of "${value.issue}" has no quantity "${value.quantity}".`,
        fix: fixForName(value.quantity, known, "quantity"),
      }));
  }
  checkRange(reader, { low: value.low, mid: value.low, high: value.high }, () => reader.document.at(value, "low"));
  return { kind: "quantity", ...value };
}
