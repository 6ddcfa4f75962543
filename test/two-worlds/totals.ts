import type { PairResult } from "./run-pair.ts";
import { secretKinds } from "./world/secret.ts";

/** What many pairs amount to. */
export type Totals = {
  pairs: number;
  differences: number;
  steps: number;
  requests: number;
  secretRequests: number;
  messages: number;
  bytes: number;
  entries: number;
  secretEntries: number;
  readonly byKind: Record<string, number>;
  readonly happened: Record<string, number>;
};

export function noTotals(): Totals {
  const numbers = { steps: 0, requests: 0, secretRequests: 0, messages: 0, bytes: 0, entries: 0, secretEntries: 0 };
  return { pairs: 0, differences: 0, ...numbers, byKind: {}, happened: {} };
}

export function addPair(totals: Totals, result: PairResult): void {
  totals.pairs += 1;
  if (result.difference) totals.differences += 1;
  for (const name of [
    "steps",
    "requests",
    "secretRequests",
    "messages",
    "bytes",
    "entries",
    "secretEntries",
  ] as const) {
    totals[name] += result[name];
  }
  addCounts(totals.byKind, { [result.pair.kind]: 1 });
  addCounts(totals.happened, result.happened);
}

export function addTotals(totals: Totals, more: Totals): void {
  totals.pairs += more.pairs;
  totals.differences += more.differences;
  for (const name of [
    "steps",
    "requests",
    "secretRequests",
    "messages",
    "bytes",
    "entries",
    "secretEntries",
  ] as const) {
    totals[name] += more[name];
  }
  addCounts(totals.byKind, more.byKind);
  addCounts(totals.happened, more.happened);
}

export function totalsInWords(totals: Totals): string {
  const { pairs, differences, steps, requests, secretRequests, messages, bytes, entries, secretEntries } = totals;
  const happened = Object.entries(totals.happened).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    `${pairs} pairs of worlds, ${steps} public steps (${requests} requests), ${secretRequests} requests in secret`,
    `${entries} public and ${secretEntries} secret entries written in the second worlds`,
    `${messages} messages to outsiders compared, ${bytes} bytes in each world`,
    `${differences} differences`,
    "",
    ...secretKinds.map((kind) => `${String(totals.byKind[kind] ?? 0).padStart(6)}  ${kind}`),
    "",
    ...happened.map(([what, count]) => `${String(count).padStart(8)}  ${what}`),
  ].join("\n");
}

function addCounts(to: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(more)) to[what] = (to[what] ?? 0) + count;
}
