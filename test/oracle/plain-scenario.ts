import type { Issue, Judgement, Linkage, Package, Party, PreferenceSheet, Rule, Scenario } from "#model";
import { type Day, parseDay } from "#prelude";

/** A scenario written in a few lines: issues A, B, ... with options a0, a1, ...; parties P1, P2, ... */
export type Plain = {
  /** Options per issue. */
  readonly options: readonly number[];
  readonly sheets: readonly PlainSheet[];
  readonly rules?: readonly Rule[];
  readonly packages?: readonly Package[];
  readonly tie?: "accepts" | "refuses";
  readonly consent?: readonly string[];
};
export type PlainSheet = {
  readonly weights: readonly number[];
  readonly values: readonly (readonly number[])[];
  readonly reservation: number;
  readonly of?: number;
  readonly linkages?: readonly Linkage[];
  readonly redLines?: PreferenceSheet["redLines"];
  readonly floors?: PreferenceSheet["floors"];
  readonly scale?: number;
  readonly total?: number;
  readonly cap?: number;
};

export const noEvidence = { sources: [] } as const;

export function plainScenario(plain: Plain): Scenario {
  const issues = plain.options.map((count, place) => plainIssue(issueId(place), count));
  const parties = plain.sheets.map(
    (_, place): Party => ({ id: partyId(place), name: partyId(place), roles: ["party"], members: [] }),
  );
  return {
    agenda: {
      id: "plain",
      title: "Plain",
      summary: "",
      asOf: day("2025-08-26"),
      status: "test",
      tie: plain.tie ?? "accepts",
      parties,
      consent: plain.consent ?? parties.map(({ id }) => id),
      stakeholders: [],
      clusters: [],
      issues,
      rules: plain.rules ?? [],
      terms: [],
      candidates: [],
      formats: [],
      channels: [],
      events: [],
      facts: [],
      sources: [],
    },
    sheets: plain.sheets.map((sheet, place) => plainSheet(partyId(place), issues, sheet)),
    packages: plain.packages ?? [],
    claims: [],
  };
}

export function plainSheet(party: string, issues: readonly Issue[], sheet: PlainSheet): PreferenceSheet {
  return {
    party,
    kind: "estimate",
    author: "test",
    scale: sheet.scale ?? 100,
    ...(sheet.total === undefined ? {} : { total: sheet.total }),
    ...(sheet.cap === undefined ? {} : { cap: sheet.cap }),
    reservation: { ...judged(sheet.reservation), evidence: noEvidence },
    issues: Object.fromEntries(
      issues.map((issue, place) => [
        issue.id,
        {
          weight: judged(sheet.weights[place]!),
          of: sheet.of ?? 100,
          values: Object.fromEntries(
            issue.options.map(({ id }, option) => [id, judged(sheet.values[place]![option]!)]),
          ),
          evidence: noEvidence,
        },
      ]),
    ),
    linkages: sheet.linkages ?? [],
    redLines: sheet.redLines ?? [],
    floors: sheet.floors ?? [],
    evidence: noEvidence,
  };
}

export function plainIssue(id: string, options: number): Issue {
  return {
    id,
    name: id,
    options: Array.from({ length: options }, (_, place) => ({
      id: `${id.toLowerCase()}${place}`,
      name: `${id.toLowerCase()}${place}`,
      quantities: [],
    })),
  };
}

export function plainPackage(id: string, choices: Package["choices"], date?: Day): Package {
  const dated = date === undefined ? {} : { date };
  return { id, name: id, choices, overrides: [], authors: [], addressees: [], sources: [], ...dated };
}

export function judged(value: number): Judgement {
  return { low: value, mid: value, high: value };
}

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`No such day: ${text}`);
  return parsed;
}

export function partyId(place: number): string {
  return `P${place + 1}`;
}

export function issueId(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}
