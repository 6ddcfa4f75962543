import { parseScenario } from "#language";
import type { Scenario } from "#model";

const shipped = import.meta.glob<string>("../../../../scenarios/**/{scenario,sheets/*}.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A shipped scenario, for tests. */
export function scenarioOf(name: string): Scenario {
  const folder = `../../../../scenarios/${name}/`;
  const files = Object.entries(shipped).flatMap(([path, text]) =>
    path.startsWith(folder) ? [[path.slice(folder.length), text] as const] : [],
  );
  const { scenario } = parseScenario(new Map(files));
  if (!scenario) throw new Error(`${name} is a scenario without mistakes`);
  return scenario;
}
