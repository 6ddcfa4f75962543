import { analyzePackage, type PackageReport, type Search } from "#analysis";
import { type Agenda, type Choices, isSettlement, type Package, type Scenario } from "#model";
import { ok, type Result } from "#prelude";
import { evaluationText, printJson, verdictListText } from "#report";
import { parseChoices } from "../choices.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { knownName } from "../known-name.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";

export type EvaluateFlags = DomainChoice & {
  readonly package?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly progress?: boolean;
};

/** What packages are worth to each party, and who refuses them. */
export async function evaluateCommand(written: string, flags: EvaluateFlags, terminal: Terminal): Promise<ExitCode> {
  const loaded = await loadScenario(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const scenario = loaded.value;
  const packages = packagesToJudge(flags, scenario);
  if (!packages.ok) return endWith(terminal, packages.error);
  const outcome = await runOnTerminal(reportAll(scenario, packages.value), terminal, {
    progress: flags.progress === true,
  });
  const reports = outcome.value;
  if (flags.json) {
    const { id, title, asOf } = scenario.agenda;
    const answer = {
      schema: "entente.evaluation/1",
      scenario: { id, title, asOf },
      packages: Object.fromEntries(reports.map((each) => [each.id, each.report])),
      notes: earlyEndNote(outcome),
      timings: outcome.timings,
    };
    terminal.print(printJson(answer, Object.keys(answer)));
    return 0;
  }
  const options = { width: terminal.columns, colour: terminal.colour };
  const text =
    reports.length > 1
      ? verdictListText(scenario, reports, options)
      : reports.map(({ report }) => evaluationText(scenario, report, options)).join("\n");
  terminal.print(text);
  for (const note of earlyEndNote(outcome)) terminal.print(note);
  return 0;
}

type Reported = { readonly id: string; readonly report: PackageReport };

function* reportAll(scenario: Scenario, packages: readonly Package[]): Search<readonly Reported[]> {
  const reports: Reported[] = [];
  for (const judged of packages) reports.push({ id: judged.id, report: yield* analyzePackage(scenario, judged) });
  return reports;
}

/** The named package, changed as asked; what was set alone; or every named package. */
function packagesToJudge(flags: EvaluateFlags, scenario: Scenario): Result<readonly Package[], Failure> {
  const { agenda, packages } = scenario;
  const set = parseChoices(flags.set ?? [], "--set", agenda);
  if (!set.ok) return set;
  const changed = Object.keys(set.value).length > 0;
  if (flags.package !== undefined) {
    const known = knownName(
      flags.package,
      "package",
      packages.map(({ id }) => id),
    );
    if (!known.ok) return known;
    const judged = packages.find(({ id }) => id === flags.package)!; // knownName has found it
    return ok([changed ? variantOf(agenda, judged, set.value) : judged]);
  }
  if (changed) return ok([asSet(set.value, isSettlement(agenda, set.value) ? "the settlement" : "the choices")]);
  if (packages.length === 0)
    return couldNotRun("This scenario names no packages. Say what to judge: --set issue=option for every issue.");
  return ok(packages);
}

function variantOf({ issues }: Agenda, base: Package, changes: Choices): Package {
  const words = Object.entries(changes).map(([id, choice]) => {
    const issue = issues.find((one) => one.id === id);
    return `${issue?.name ?? id}: ${issue?.options.find((one) => one.id === choice)?.name ?? choice}`;
  });
  return {
    ...base,
    name: `${base.name}, with ${words.join("; ")}`,
    base: base.id,
    choices: { ...base.choices, ...changes },
    overrides: Object.keys(changes),
  };
}

function asSet(choices: Choices, what: string): Package {
  return {
    id: "as-set",
    name: `${what} given with --set`,
    choices,
    overrides: [],
    authors: [],
    addressees: [],
    sources: [],
  };
}
