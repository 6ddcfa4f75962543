import type { Preferences, StateCode, StateCondition } from "#model";
import { type ConflictReader, conditionAt, stateOf } from "./conflict-reader.ts";
import type { RawPreferences } from "./conflict-schema.ts";
import { conditionKey, isImpossible, mostRankedStates, possibleStates } from "./possible-states.ts";
import { stateWords } from "./state-words.ts";

/** What the states of the conflict are, once its levers and conditions are known. */
export type StateSpace = { readonly levers: readonly string[]; readonly impossible: readonly StateCondition[] };

/** The order of one party, written under its id. `space` is undefined where levers or conditions have mistakes. */
export function readPreferences(
  reader: ConflictReader,
  raw: Readonly<Record<string, RawPreferences>>,
  party: string,
  space: StateSpace | undefined,
): Preferences | undefined {
  const written = raw[party];
  if (written === undefined) return undefined;
  if (isStatements(written)) return statementsOf(reader, written);
  const { document, diagnostics } = reader;
  if ((written.ranking === undefined) === (written.indifferent === undefined)) {
    diagnostics.error("preferences-or-ranking", document.keyAt(raw, party), () => ({
      message: `The preferences of "${party}" must say one thing: a list of statements, a \`ranking\`, or \`indifferent: true\`.`,
      fix: "Keep one of them.",
    }));
    return undefined;
  }
  if (written.ranking === undefined) return { kind: "statements", statements: [] };
  return rankingOf(reader, written as { ranking: Ranking }, party, space); // it has just been found to be there
}

type Statements = Extract<RawPreferences, readonly unknown[]>;
type Ranking = NonNullable<Exclude<RawPreferences, readonly unknown[]>["ranking"]>;

function statementsOf(reader: ConflictReader, written: Statements): Preferences | undefined {
  const { document, diagnostics } = reader;
  const seen = new Map<string, number>();
  const statements = written.map((statement, index) => {
    const condition = conditionAt(reader, statement, "that");
    if (!condition) return undefined;
    const key = conditionKey(condition);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      diagnostics.warning("repeated-statement", document.at(written, index), () => ({
        message: `This says the same as statement ${first + 1} of the list, and so changes nothing.`,
        fix: "Take it out, or correct it.",
      }));
    return first === undefined ? condition : [];
  });
  if (!statements.every((statement) => statement !== undefined)) return undefined;
  return { kind: "statements", statements: statements.filter((statement) => statement.length > 0) };
}

function rankingOf(
  reader: ConflictReader,
  holder: { readonly ranking: Ranking },
  party: string,
  space: StateSpace | undefined,
): Preferences | undefined {
  const { ranking } = holder;
  const { document, diagnostics } = reader;
  const named = new Map<StateCode, number>();
  let good = true;
  const place = (taken: readonly string[], container: object, step: number): readonly StateCode[] => {
    const code = stateOf(reader, taken);
    const at = () => document.at(container, step);
    const first = code === undefined ? undefined : named.get(code);
    if (code !== undefined && first === undefined) named.set(code, at().line);
    if (code !== undefined && first !== undefined)
      diagnostics.error("ranking-repeats", at(), () => ({
        message: `The ranking of "${party}" has this state twice, first on line ${first}.`,
        fix: "Keep one of the two.",
      }));
    else if (code !== undefined && space && isImpossible(code, space.impossible))
      diagnostics.error("impossible-state", at(), () => ({
        message: `This state is impossible: ${stateWords(code, space.levers)}.`,
        fix: "Take it out of the ranking, or correct `impossible`.",
      }));
    else if (code !== undefined) return [code];
    good = false;
    return [];
  };
  const classes = ranking.map((entry, index) =>
    isTie(entry) ? entry.flatMap((taken, at) => place(taken, entry, at)) : place(entry, ranking, index),
  );
  if (!good || !space) return undefined;
  const states = possibleStates(space.levers.length, space.impossible);
  const at = document.keyAt(holder, "ranking");
  if (!states) {
    diagnostics.error("ranking-too-long", at, () => ({
      message: `More than ${mostRankedStates} states are possible: too many to be ranked one by one.`,
      fix: "Write preference statements instead.",
    }));
    return undefined;
  }
  const missing = states.filter((code) => !named.has(code));
  if (missing.length === 0) return { kind: "ranking", classes };
  diagnostics.error("ranking-leaves-out", at, () => ({
    message: `The ranking of "${party}" leaves out ${missing.length} of ${states.length} states: ${missing
      .slice(0, 6)
      .map((code) => `[${stateWords(code, space.levers)}]`)
      .join(", ")}${missing.length > 6 ? ", ..." : ""}.`,
    fix: "Add each where it belongs; states that are equally good stand in one list.",
  }));
  return undefined;
}

function isStatements(written: RawPreferences): written is Statements {
  return Array.isArray(written);
}

/** A list of lists is a tie, a list of ids a state; the empty list is the state in which nothing is taken. */
function isTie(entry: Ranking[number]): entry is string[][] {
  return Array.isArray(entry[0]);
}
