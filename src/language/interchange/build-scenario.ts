import type { Party, PreferenceSheet, Scenario, Source } from "#model";
import { type Diagnostic, err, noDay, ok, type Result } from "#prelude";
import { buildSheet } from "./build-sheet.ts";
import { idMaker } from "./id-maker.ts";
import type { DomainFile, ProfileFile } from "./imported-file.ts";
import { countOptions, issueOptions } from "./issue-options.ts";
import type { MatchedProfile } from "./match-issues.ts";
import { mistake, warning } from "./mistake.ts";

type Built = { readonly scenario: Scenario; readonly warnings: readonly Diagnostic[] };

const mostOptions = 10_000;
/** Options of all issues together, once for every profile: what a scenario holds in memory. */
const mostValues = 2_000_000;

/** The domain and its profiles as a scenario: every party must consent, equality with the reservation value accepts. */
export function buildScenario(
  domain: DomainFile,
  profiles: readonly MatchedProfile[],
  steps: number,
): Result<Built, readonly Diagnostic[]> {
  const tooLarge = tooManyValues(domain, profiles.length, steps);
  if (tooLarge.length > 0) return err(tooLarge);
  const makeIssueId = idMaker();
  const makePartyId = idMaker();
  const makeSourceId = idMaker();
  const issues = domain.issues.map((issue, place) => ({
    id: makeIssueId(issue.name, `issue_${place + 1}`),
    name: issue.name,
    options: issueOptions(issue.values, steps),
  }));
  const sources: Source[] = [sourceOf(makeSourceId(domain.file, "domain"), domain)];
  const parties: Party[] = [];
  const sheets: PreferenceSheet[] = [];
  const mistakes: Diagnostic[] = [];
  for (const [place, { profile, issues: own }] of profiles.entries()) {
    const name = stem(profile.file);
    const party = { id: makePartyId(name, `party_${place + 1}`), name, roles: ["party"], members: [] } as const;
    const source = sourceOf(makeSourceId(profile.file, `profile_${place + 1}`), profile);
    const matched = issues.map((issue, at) => ({ id: issue.id, options: issue.options, in: own[at]! }));
    const sheet = buildSheet(profile, party.id, source.id, matched);
    if (sheet.ok) sheets.push(sheet.value);
    else mistakes.push(sheet.error);
    parties.push(party);
    sources.push(source);
  }
  if (mistakes.length > 0) return err(mistakes);
  const title = domain.name === "" || domain.name.toLowerCase() === "root" ? stem(domain.file) : domain.name;
  const agenda: Scenario["agenda"] = {
    id: idMaker()(title, "domain"),
    title,
    summary: `Imported from the ${domain.format} file ${domain.file}.`,
    asOf: noDay,
    status: "imported; the files state no date",
    tie: "accepts",
    parties,
    consent: parties.map(({ id }) => id),
    stakeholders: [],
    clusters: [],
    issues: issues.map(({ id, name, options }) => ({ id, name, options: options.map(({ option }) => option) })),
    rules: [],
    terms: [],
    candidates: [],
    formats: [],
    channels: [],
    events: [],
    facts: [],
    sources,
  };
  return ok({ scenario: { agenda, sheets, packages: [], claims: [] }, warnings: discretised(domain, steps) });
}

function tooManyValues(domain: DomainFile, profiles: number, steps: number): readonly Diagnostic[] {
  const counts = domain.issues.map(({ values }) => countOptions(values, steps));
  const refuse = (place: number, message: string): Diagnostic =>
    mistake(
      domain.issues[place]!.at,
      "import-too-many-values",
      message,
      "Narrow the bounds, or make it a real issue, which is read at a few points.",
    );
  const large = domain.issues.flatMap(({ name }, place) =>
    counts[place]! > mostOptions ? [refuse(place, `The issue "${name}" has more than ${mostOptions} values.`)] : [],
  );
  const all = counts.reduce((sum, count) => sum + count, 0) * profiles;
  if (large.length > 0 || all <= mostValues) return large;
  return [refuse(0, `The issues have ${all} values over all profiles, more than ${mostValues}.`)];
}

function discretised(domain: DomainFile, steps: number): readonly Diagnostic[] {
  return domain.issues
    .filter(({ values }) => values.kind === "real")
    .map(({ name, at }) =>
      warning(
        at,
        "import-discretised",
        `The real issue "${name}" is read at ${steps} evenly spaced points; settlements between them are not seen.`,
        "Ask for more points if the answer may lie between them.",
      ),
    );
}

function sourceOf(id: string, file: DomainFile | ProfileFile): Source {
  return {
    id,
    title: `${file.format} ${file.kind} ${file.file}`,
    publisher: "not stated",
    date: "not stated",
    kind: "data",
    funding: "not stated",
    status: "asserted",
  };
}

/** The file's name without folders and extension. */
function stem(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name.replace(/\.[^.]+$/, "") || name;
}
