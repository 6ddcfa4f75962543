import { isLater, type Package, type Scenario } from "#model";
import { type Inline, series, type Text } from "../document/document.ts";

/** The packages dated after the day that the judgements are of, with both days; nothing when there are none. */
export function laterPackages(
  { agenda }: Scenario,
  packages: readonly Pick<Package, "name" | "date">[],
): Text | undefined {
  const later = packages.filter((one) => isLater(one, agenda.asOf));
  if (later.length === 0) return undefined;
  const named = later.map(({ name, date }): readonly Inline[] => ["“", { kind: "name", text: name }, `” (${date})`]);
  return [
    `Later than the judgements, which are as of ${agenda.asOf}, and what happened since is not in them: `,
    ...series(named),
    ".",
  ];
}
