import { durabilityParts } from "#compute";
import type { Choices, Package, Scenario } from "#model";
import { isSettlement } from "#model";
import { ok, type Result } from "#prelude";
import { durabilityJson, durabilityText, inlines, namesOf, packageToPresent, printJson, type Text } from "#report";
import { parseChoices } from "../choices.ts";
import { couldNotRun, type ExitCode, endWith, type Failure } from "../failure.ts";
import { knownName } from "../known-name.ts";
import { type DomainChoice, loadScenario } from "../load-scenario.ts";
import { earlyEndNote, runOnTerminal } from "../run-on-terminal.ts";
import type { Terminal } from "../terminal.ts";

export type DurabilityFlags = DomainChoice & {
  readonly package?: string;
  readonly set?: readonly string[];
  readonly draws?: number;
  readonly seed?: number;
  readonly json?: boolean;
  readonly geometry?: boolean;
  readonly progress?: boolean;
};

/** Will it hold? One package after signature: the ground, the guarantees, the limits, who would leave it first. */
export async function durabilityCommand(
  written: string,
  flags: DurabilityFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const loaded = await loadScenario(written, flags, terminal);
  if (!loaded.ok) return endWith(terminal, loaded.error);
  const scenario = loaded.value;
  const asked = packageAsked(flags, scenario);
  if (!asked.ok) return endWith(terminal, asked.error);
  const { id, name, subject, choices } = asked.value;
  const search = durabilityParts(scenario, choices, {
    ...(flags.draws === undefined ? {} : { draws: flags.draws }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  });
  const outcome = await runOnTerminal(search, terminal, { progress: flags.progress === true });
  const parts = outcome.value;
  if (flags.json) {
    const { id: scenarioId, title, asOf } = scenario.agenda;
    const geometry = flags.geometry === true;
    const answer = {
      schema: "entente.durability-answer/1",
      scenario: { id: scenarioId, title, asOf },
      ...durabilityJson({ package: { id, name, choices }, ...parts }, { geometry }),
      notes: [...earlyEndNote(outcome), ...(parts.ground && !geometry ? [shapesLeftOut] : [])],
      timings: outcome.timings,
    };
    terminal.print(printJson(answer, Object.keys(answer)));
    return 0;
  }
  const context = { scenario, names: namesOf(scenario), subject: inlines(subject), choices, ...parts };
  terminal.print(
    durabilityText(context, name, {
      width: terminal.columns,
      colour: terminal.colour,
      others: scenario.packages.map((one) => one.id).filter((one) => one !== id),
    }),
  );
  for (const note of earlyEndNote(outcome)) terminal.print(note);
  return 0;
}

const shapesLeftOut = "The shapes of the tiers are left out; --geometry prints them too.";

type Asked = { readonly id: string; readonly name: string; readonly subject: Text; readonly choices: Choices };

/** The named package, changed as asked; what was set alone; or the package that was presented, else the first. */
function packageAsked(flags: DurabilityFlags, scenario: Scenario): Result<Asked, Failure> {
  const { agenda, packages } = scenario;
  const set = parseChoices(flags.set ?? [], "--set", agenda);
  if (!set.ok) return set;
  const changed = Object.keys(set.value).length > 0;
  if (flags.package === undefined && changed) {
    const what = isSettlement(agenda, set.value) ? "the settlement given with --set" : "the package given with --set";
    return ok({ id: "as-set", name: what, subject: what, choices: set.value });
  }
  if (flags.package !== undefined) {
    const ids = packages.map(({ id }) => id);
    const known = knownName(flags.package, "package", ids);
    if (!known.ok) return known;
    const judged = packages.find(({ id }) => id === flags.package)!; // knownName has found it
    return ok(asked(scenario, judged, set.value));
  }
  const judged = packageToPresent(scenario);
  if (!judged)
    return couldNotRun("This scenario names no packages. Say what to judge: --set issue=option for every issue.");
  return ok(asked(scenario, judged, {}));
}

function asked({ agenda }: Scenario, { id, name, choices }: Package, changes: Choices): Asked {
  const called: Text = ["“", { kind: "name", text: name }, "”"];
  const words = Object.entries(changes).map(([issueId, option]) => {
    const issue = agenda.issues.find((one) => one.id === issueId);
    return `${issue?.name ?? issueId}: ${issue?.options.find((one) => one.id === option)?.name ?? option}`;
  });
  if (words.length === 0) return { id, name, subject: called, choices };
  return {
    id,
    name: `${name}, with ${words.join("; ")}`,
    subject: [...called, " as changed"],
    choices: { ...choices, ...changes },
  };
}
