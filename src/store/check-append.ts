import type { Entry } from "#record";
import type { Append, Created, NewStream } from "./store.ts";

/** Mistakes of the caller that no database should have to find; the same for every store. */
export function checkAppend({ parts, created, opensCall }: Append): void {
  const appended = [...parts, ...created];
  checkIds(appended.map(({ stream }) => stream));
  // by its entries an append is known again when its answer was lost
  if (!appended.some(({ entries }) => entries.length > 0)) throw new Error("an append without an entry");
  for (const { stream, expected, entries } of parts) checkNumbering(stream, expected, entries);
  for (const { stream, entries } of created) checkNumbering(stream, 0, entries);
  if (opensCall && !appended.some(({ stream }) => stream === opensCall.stream)) {
    throw new Error(`the call ${opensCall.call} is opened in a stream that this does not append to`);
  }
}

export function checkCreated({ negotiation, streams, invitations, session }: Created): void {
  checkIds(streams.map(({ stream }) => stream));
  for (const { stream, entries } of streams) checkNumbering(stream, 0, entries);
  if (!streams.some(({ stream, kind }: NewStream) => stream === negotiation.hall && kind === "hall")) {
    throw new Error("the hall is not among the streams of the negotiation");
  }
  const foreign = [...invitations, ...(session ? [session] : [])].filter((row) => row.negotiation !== negotiation.id);
  if (foreign.length > 0) throw new Error("an invitation or session is for another negotiation than the one created");
}

function checkIds(streams: readonly string[]): void {
  if (new Set(streams).size !== streams.length) throw new Error("one stream is named twice in one append");
}

function checkNumbering(stream: string, expected: number, entries: readonly Entry[]): void {
  const wrong = entries.findIndex(({ version }, index) => version !== expected + index + 1);
  if (wrong >= 0) {
    throw new Error(`stream ${stream}: entry ${entries[wrong]?.version} stands where ${expected + wrong + 1} belongs`);
  }
}
