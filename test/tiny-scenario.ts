import type {
  Agenda,
  Choices,
  Claim,
  Condition,
  Evidence,
  Floor,
  Judgement,
  Linkage,
  OptionId,
  Package,
  PartyId,
  PreferenceSheet,
  Question,
  RedLine,
  Rule,
  Scenario,
} from "#model";
import { type Day, parseDay } from "#prelude";

/** Builders for scenarios small enough to work out by hand; everything not said takes the plainest default. */

export function day(text: string): Day {
  return parseDay(text)!;
}

export function judged(mid: number, low = mid, high = mid): Judgement {
  return { low, mid, high };
}

export function evidence(...sources: string[]): Evidence {
  return { sources };
}

/** `{ a: "x", b: ["p", "q"] }` as a condition. */
export function when(clauses: Readonly<Record<string, OptionId | readonly OptionId[]>>): Condition {
  return Object.entries(clauses).map(([issue, options]) => ({
    issue,
    options: typeof options === "string" ? [options] : options,
  }));
}

export function line(
  id: string,
  refused: Condition,
  more: Partial<Pick<RedLine, "kind" | "from" | "until" | "evidence">> = {},
): RedLine {
  return { id, kind: "hard", when: refused, evidence: evidence(), ...more };
}

export function forbid(id: string, refused: Condition, definitional = false): Rule {
  return { id, definitional, reason: "", sources: [], kind: "forbid", when: refused };
}

export function demand(id: string, ifThis: Condition, thenThat: Condition): Rule {
  // biome-ignore lint/suspicious/noThenProperty: a rule says "if ... then ...", and is never awaited
  return { id, definitional: false, reason: "", sources: [], kind: "require", when: ifThis, then: thenThat };
}

export type TinySheet = {
  readonly reservation: number | Judgement;
  /** Per issue: weight, then the value of each option. */
  readonly issues: Readonly<Record<string, readonly [number, Readonly<Record<OptionId, number | Judgement>>]>>;
  readonly linkages?: readonly Linkage[];
  readonly redLines?: readonly RedLine[];
  readonly floors?: readonly Floor[];
  /** Of the judgements of an issue, or of `reservation`. */
  readonly evidence?: Readonly<Record<string, Evidence>>;
};

export function sheet(party: PartyId, tiny: TinySheet): PreferenceSheet {
  const number = (value: number | Judgement) => (typeof value === "number" ? judged(value) : value);
  return {
    party,
    kind: "estimate",
    author: "test",
    scale: 100,
    reservation: { ...number(tiny.reservation), evidence: tiny.evidence?.reservation ?? evidence() },
    issues: Object.fromEntries(
      Object.entries(tiny.issues).map(([issue, [weight, values]]) => [
        issue,
        {
          weight: judged(weight),
          of: 100,
          values: Object.fromEntries(Object.entries(values).map(([option, value]) => [option, number(value)])),
          evidence: tiny.evidence?.[issue] ?? evidence(),
        },
      ]),
    ),
    linkages: tiny.linkages ?? [],
    redLines: tiny.redLines ?? [],
    floors: tiny.floors ?? [],
    evidence: evidence(),
  };
}

export function named(id: string, choices: Choices, more: Partial<Package> = {}): Package {
  return { id, name: id, choices, overrides: [], authors: [], addressees: [], sources: [], ...more };
}

export function claim(question: Question, source = "S"): Claim {
  return { id: "c", statement: "statement", source, question };
}

/** Options per issue, in order; the parties are those of the sheets, and all consent unless the agenda says otherwise. */
export function scenario(parts: {
  readonly issues: Readonly<Record<string, readonly OptionId[]>>;
  readonly sheets: Readonly<Record<PartyId, TinySheet>>;
  readonly packages?: readonly Package[];
  readonly claims?: readonly Claim[];
  readonly agenda?: Partial<Agenda>;
}): Scenario {
  const sheets = Object.entries(parts.sheets).map(([party, tiny]) => sheet(party, tiny));
  return {
    agenda: {
      id: "tiny",
      title: "Tiny",
      summary: "",
      asOf: day("2025-06-15"),
      status: "",
      tie: "accepts",
      parties: sheets.map(({ party }) => ({ id: party, name: `Party ${party}`, roles: ["party"], members: [] })),
      consent: sheets.map(({ party }) => party),
      stakeholders: [],
      clusters: [],
      issues: Object.entries(parts.issues).map(([id, options]) => ({
        id,
        name: id,
        options: options.map((option) => ({ id: option, name: option, quantities: [] })),
      })),
      rules: [],
      terms: [],
      candidates: [],
      formats: [],
      channels: [],
      events: [],
      facts: [],
      sources: [],
      ...parts.agenda,
    },
    sheets,
    packages: parts.packages ?? [],
    claims: parts.claims ?? [],
  };
}
