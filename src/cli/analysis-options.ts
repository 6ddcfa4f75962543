import type { AnalysisOptions } from "#analysis";
import type { Scenario } from "#model";
import { ok, type Result } from "#prelude";
import { parseChoices } from "./choices.ts";
import { couldNotRun, type Failure } from "./failure.ts";
import { knownName } from "./known-name.ts";

/** The flags of `analyze` that say what to assume, as typed. */
export type AnalyzeFlags = {
  readonly withoutRedLines?: boolean;
  readonly withoutFloors?: boolean;
  readonly withoutDefinitionalRules?: boolean;
  readonly declared?: readonly string[];
  readonly lock?: readonly string[];
  readonly free?: readonly string[];
  readonly from?: string;
  readonly seed?: number;
};

/** What the flags ask the engine to assume, checked against the scenario's own names. */
export function analysisOptions(flags: AnalyzeFlags, { agenda, packages }: Scenario): Result<AnalysisOptions, Failure> {
  const declared = declaredOption(
    flags.declared ?? [],
    agenda.parties.map(({ id }) => id),
  );
  if (!declared.ok) return declared;
  const lock = parseChoices(flags.lock ?? [], "--lock", agenda);
  if (!lock.ok) return lock;
  const free = flags.free ?? [];
  if (free.length > 0 && flags.from === undefined)
    return couldNotRun("--free needs --from PACKAGE: what the other issues keep.");
  if (flags.from !== undefined && free.length === 0)
    return couldNotRun(
      "--from needs --free ISSUE or CLUSTER: what may change. `entente evaluate` judges a package as it stands.",
    );
  const places = [...agenda.clusters.map(({ id }) => id), ...agenda.issues.map(({ id }) => id)];
  for (const name of free) {
    const known = knownName(name, "cluster or issue", places);
    if (!known.ok) return known;
  }
  if (flags.from !== undefined) {
    const known = knownName(
      flags.from,
      "package",
      packages.map(({ id }) => id),
    );
    if (!known.ok) return known;
  }
  return ok({
    ...(flags.withoutRedLines ? { withoutRedLines: true } : {}),
    ...(flags.withoutFloors ? { withoutFloors: true } : {}),
    ...(flags.withoutDefinitionalRules ? { withoutDefinitionalRules: true } : {}),
    ...(declared.value === undefined ? {} : { declared: declared.value }),
    ...(Object.keys(lock.value).length === 0 ? {} : { lock: lock.value }),
    ...(flags.from === undefined ? {} : { from: flags.from, free }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  });
}

function declaredOption(
  words: readonly string[],
  parties: readonly string[],
): Result<readonly string[] | "all" | undefined, Failure> {
  if (words.length === 0) return ok(undefined);
  if (words.includes("all")) return ok("all");
  for (const word of words) {
    const known = knownName(word, "party", [...parties, "all"]);
    if (!known.ok) return known;
  }
  return ok([...new Set(words)]);
}
