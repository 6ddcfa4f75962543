import { verifyBundle } from "#record";
import { exportRecord, type SeatSession } from "#seat";
import { checkNatively } from "../../src/cli/check-natively.ts";
import { faultsIn } from "./history.ts";
import type { TalksUnderTest } from "./talks-under-test.ts";
import { until } from "./workload.ts";

export type Judged = {
  readonly asked: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** By rule. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly unanswered: number;
  /** In all streams. */
  readonly entries: number;
  readonly sealedCalls: number;
  readonly faults: readonly string[];
};

/**
 * What is stored now, read by new clients of every seat, against everything that was asked for and acknowledged; each seat's
 * record is verified as `entente verify` does, and what the old clients have is the same.
 */
export async function judgeTalks({ seats, opening }: TalksUnderTest): Promise<Judged> {
  const faults: string[] = [];
  const streams = new Map<string, ReturnType<SeatSession["keeper"]["entries"]>>();
  const calls = new Map<string, boolean | undefined>();
  for (const { name, session, anew } of seats) {
    const fresh = await anew();
    await until(() => fresh.snapshot().streams.caughtUp || fresh.snapshot().streams.fault !== undefined);
    const { heads, states, fault } = fresh.snapshot().streams;
    if (fault) faults.push(`${name} is shown another history: ${fault.message}`);
    await until(() => headsOf(session) === headsOf(fresh), 10_000).catch(() => {
      faults.push(`${name} has seen something else than what is stored`);
    });
    const record = exportRecord(fresh);
    const verified = record === undefined ? undefined : verifyBundle(record, { check: checkNatively() });
    if (!verified?.ok) faults.push(`the record of ${name} is refused: ${JSON.stringify(verified?.error)}`);
    for (const stream of heads.keys()) streams.set(stream, fresh.keeper.entries(stream));
    for (const state of states.values()) {
      if (state.kind === "channel")
        for (const { call, allSaidYes } of state.calls.values()) calls.set(call, allSaidYes);
    }
    fresh.close();
  }
  const attempts = seats.flatMap((seat) => seat.attempts);
  faults.push(...faultsIn({ attempts, streams, opening }).map(({ what, where }) => `${what}: ${where}`));

  const yes = new Map<string, number>();
  for (const { kind, text, outcome } of attempts) {
    if (kind !== "answer" || outcome?.kind !== "done") continue;
    const { call }: { readonly call: string } = JSON.parse(text); // this test's own
    yes.set(call, (yes.get(call) ?? 0) + 1);
  }
  // both sides have said yes, and were told that it is kept
  const closed = [...yes].filter(([, count]) => count === 2).map(([call]) => call);
  for (const call of closed) if (calls.get(call) !== true) faults.push(`an acknowledged yes is lost: ${call}`);

  const refusals: Record<string, number> = {};
  for (const { outcome } of attempts) {
    if (outcome?.kind === "refused") refusals[outcome.rule] = (refusals[outcome.rule] ?? 0) + 1;
  }
  const ended = (kind: string): number => attempts.filter(({ outcome }) => outcome?.kind === kind).length;
  return {
    ...{ asked: attempts.length, acknowledged: ended("done"), refused: ended("refused"), refusals },
    unanswered: attempts.filter(({ outcome }) => outcome === undefined).length,
    entries: [...streams.values()].reduce((sum, { length }) => sum + length, 0),
    sealedCalls: closed.length,
    faults,
  };
}

function headsOf(session: SeatSession): string {
  const { heads } = session.snapshot().streams;
  return JSON.stringify([...heads].map(([stream, { version, hash }]) => [stream, version, hash]).sort());
}
