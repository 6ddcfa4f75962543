import type { Entry, EntryBody } from "#record";
import type { Outcome } from "#seat";

/** What one client has asked for and what it was told, by one clock. */
export type Attempt = {
  readonly key: string;
  readonly seat: string;
  readonly stream: string;
  readonly kind: "command" | "answer";
  readonly text: string;
  /** Before it was sent for the first time. */
  readonly askedAt: number;
  readonly outcome?: Outcome;
  readonly settledAt?: number;
};

export type Fault = {
  readonly what:
    | "acknowledged and lost"
    | "done twice"
    | "acknowledged elsewhere"
    | "refused and done"
    | "out of its author's order"
    | "before what was acknowledged earlier"
    | "never asked for"
    | "a gap";
  readonly where: string;
};

export type History = {
  /** In the order in which each client has asked. */
  readonly attempts: readonly Attempt[];
  /** As stored at the end, whole. */
  readonly streams: ReadonlyMap<string, readonly Entry[]>;
  /** The opening, which is written to all first streams. */
  readonly opening: string;
};

/** Everything that is wrong with what was stored, given what was asked for and what was acknowledged. */
export function faultsIn({ attempts, streams, opening }: History): readonly Fault[] {
  const faults: Fault[] = [];
  const commands = attempts.filter(({ kind }) => kind === "command");
  const byText = new Map(commands.map((attempt) => [attempt.text, attempt]));
  const placesOf = new Map<Attempt, { readonly stream: string; readonly version: number }[]>();
  const inOrder = new Map<string, Attempt[]>();

  for (const [stream, entries] of streams) {
    const attemptsHere: Attempt[] = [];
    for (const [index, entry] of entries.entries()) {
      const where = `${stream} ${entry.version}`;
      if (entry.version !== index + 1) faults.push({ what: "a gap", where });
      const { command, author }: EntryBody = JSON.parse(entry.body); // was verified before
      if (author === "host" || (command === opening && entry.version === 1)) continue;
      const attempt = byText.get(command ?? "");
      if (attempt === undefined) {
        faults.push({ what: "never asked for", where });
        continue;
      }
      const places = placesOf.get(attempt) ?? [];
      places.push({ stream, version: entry.version });
      placesOf.set(attempt, places);
      attemptsHere.push(attempt);
    }
    inOrder.set(stream, attemptsHere);
  }

  for (const attempt of commands) {
    const places = placesOf.get(attempt) ?? [];
    const where = `${attempt.stream} key ${attempt.key}`;
    const [first] = places;
    if (places.length > 1) faults.push({ what: "done twice", where });
    const { outcome } = attempt;
    if (outcome?.kind === "refused" && first) faults.push({ what: "refused and done", where });
    if (outcome?.kind !== "done") continue;
    if (!first) faults.push({ what: "acknowledged and lost", where });
    else if (first.stream !== outcome.stream || first.version !== outcome.version)
      faults.push({ what: "acknowledged elsewhere", where });
  }
  for (const [stream, written] of inOrder) faults.push(...ordersBroken(stream, written, commands));
  return faults;
}

function ordersBroken(stream: string, written: readonly Attempt[], asked: readonly Attempt[]): readonly Fault[] {
  const faults: Fault[] = [];
  const turn = new Map(asked.map((attempt, index) => [attempt, index]));
  const lastOf = new Map<string, number>();
  for (const attempt of written) {
    const mine = turn.get(attempt) ?? 0;
    if (mine < (lastOf.get(attempt.seat) ?? -1))
      faults.push({ what: "out of its author's order", where: `${stream} key ${attempt.key}` });
    lastOf.set(attempt.seat, mine);
  }
  // whatever stands later was not acknowledged before this one was asked for
  let earliest = Number.POSITIVE_INFINITY;
  for (const attempt of written.toReversed()) {
    if (attempt.askedAt > earliest)
      faults.push({ what: "before what was acknowledged earlier", where: `${stream} key ${attempt.key}` });
    if (attempt.outcome?.kind === "done") earliest = Math.min(earliest, attempt.settledAt ?? earliest);
  }
  return faults;
}
