import { describe, expect, test } from "vitest";
import { documentDigest, type Entry, type EntryBody, makeEntry, signingKey, signWith, startOfStream } from "#record";
import { joinHall, say } from "./act.ts";
import { type Remembered, type StreamKeeper, streamKeeper } from "./streams.ts";
import { trialTable } from "./trial/trial-table.ts";

/** A short history as a host shows it to one seat, and a keeper that has seen nothing of it. */
async function history() {
  const table = trialTable(21);
  const session = await table.sit(table.kept("Party A, negotiator"));
  await table.pass(10);
  await table.outcome(joinHall(session));
  await table.pass(10);
  const plenary = JSON.parse(table.created.request.command).command.channels[0].id as string;
  for (const text of ["One.", "Two.", "Three."]) await table.outcome(say(session, plenary, text));
  await table.pass(10);
  const { hallStream } = session.snapshot().streams;
  const { negotiation } = session.kept;
  const agenda = documentDigest(session.agendaText);
  return {
    hall: hallStream!,
    plenary,
    negotiation,
    hallEntries: [...session.keeper.entries(hallStream!)],
    entries: [...session.keeper.entries(plenary)],
    keeper: (before?: Remembered, of = agenda) => streamKeeper({ negotiation, agenda: of }, before),
  };
}

type Body = EntryBody;

function allChecked(keeper: StreamKeeper): void {
  while (keeper.checkSome(100));
}

test("an honest history is taken up whole, and again without effect", async () => {
  const { keeper, hall, plenary, hallEntries, entries } = await history();
  const fresh = keeper();
  expect(fresh.take(hall, "hall", hallEntries)).toBe("taken");
  expect(fresh.take(plenary, "channel", entries.slice(0, 2))).toBe("taken");
  const before = fresh.snapshot();
  expect(fresh.take(plenary, "channel", entries.slice(0, 2))).toBe("taken");
  expect(fresh.snapshot()).toBe(before);
  expect(fresh.take(plenary, "channel", entries)).toBe("taken");
  allChecked(fresh);
  expect(fresh.snapshot().fault).toBeUndefined();
  expect(fresh.have()).toEqual({ [hall]: hallEntries.length, [plenary]: entries.length });
});

test("what came before the hall is checked when the hall has come", async () => {
  const { keeper, hall, plenary, hallEntries, entries } = await history();
  const fresh = keeper();
  expect(fresh.take(plenary, "channel", entries)).toBe("taken");
  expect(fresh.checkSome(10)).toBe(false);
  fresh.take(hall, "hall", hallEntries);
  allChecked(fresh);
  expect(fresh.snapshot().fault).toBeUndefined();
});

test("a gap is no fault: what is missing is asked for again", async () => {
  const { keeper, hall, plenary, hallEntries, entries } = await history();
  const fresh = keeper();
  fresh.take(hall, "hall", hallEntries);
  expect(fresh.take(plenary, "channel", entries.slice(1))).toBe("gap");
  expect(fresh.snapshot().fault).toBeUndefined();
});

describe("another history is seen", () => {
  const changedBody = (entry: Entry): Entry => ({ ...entry, body: entry.body.replace("Two.", "Ten.") });

  test("when the text of an entry was changed", async () => {
    const { keeper, hall, plenary, hallEntries, entries } = await history();
    const fresh = keeper();
    fresh.take(hall, "hall", hallEntries);
    expect(fresh.take(plenary, "channel", entries.map(changedBody))).toBe("fault");
    expect(fresh.snapshot().fault).toMatchObject({ stream: plenary, version: 3 });
    expect(fresh.take(plenary, "channel", entries)).toBe("fault");
  });

  test("when the last receipt is not the host's, at once", async () => {
    const { keeper, hall, plenary, hallEntries, entries } = await history();
    const fresh = keeper();
    fresh.take(hall, "hall", hallEntries);
    const forged = entries.with(-1, { ...entries.at(-1)!, receipt: entries[0]!.receipt });
    expect(fresh.take(plenary, "channel", forged)).toBe("fault");
    expect(fresh.snapshot().fault?.message).toMatch(/receipt/);
  });

  test("when an earlier receipt is not the host's, a little later", async () => {
    const { keeper, hall, plenary, hallEntries, entries } = await history();
    const fresh = keeper();
    fresh.take(hall, "hall", hallEntries);
    const forged = entries.with(1, { ...entries[1]!, receipt: entries[0]!.receipt });
    expect(fresh.take(plenary, "channel", forged)).toBe("taken");
    allChecked(fresh);
    expect(fresh.snapshot().fault).toMatchObject({ version: 2, message: expect.stringMatching(/receipt/) });
  });

  /** The history as a host would write it that changes bodies before it chains and signs them with the key that it names. */
  async function rewritten(change: (bodies: Body[]) => Body[]) {
    const { keeper, hall, plenary, hallEntries, entries, negotiation } = await history();
    const key = signingKey(new Uint8Array(32).fill(7));
    const chained = (stream: string, bodies: readonly Body[]): Entry[] => {
      const made: Entry[] = [];
      for (const body of bodies) {
        const head = made.at(-1) ?? startOfStream(negotiation, stream);
        made.push(makeEntry(head, body, new Uint8Array(32), signWith(key)));
      }
      return made;
    };
    const [first, ...rest] = hallEntries.map(({ body }): Body => JSON.parse(body));
    const events = first!.events.map((event) =>
      event.kind === "opened" ? { ...event, hostKey: key.publicKey } : event,
    );
    const fresh = keeper();
    expect(fresh.take(hall, "hall", chained(hall, [{ ...first!, events }, ...rest]))).toBe("taken");
    const bodies = entries.map(({ body }): Body => JSON.parse(body));
    expect(fresh.take(plenary, "channel", chained(plenary, change(bodies)))).toBe("taken");
    allChecked(fresh);
    return fresh.snapshot().fault;
  }
  const saying = (body: Body, text: string): Body => {
    const events = body.events.map((event) => (event.kind === "said" ? { ...event, words: { plain: text } } : event));
    return { ...body, events };
  };

  test.each<[string, (bodies: Body[]) => Body[], RegExp]>([
    ["puts other words into an event", (all) => all.with(2, saying(all[2]!, "Ten.")), /another "words"/],
    [
      "puts other words into an event and its command",
      (all) => all.with(2, { ...saying(all[2]!, "Ten."), command: all[2]!.command!.replace("Two.", "Ten.") }),
      /not signed by its author/,
    ],
    ["carries a command out twice", (all) => [...all, all[2]!], /done it twice/],
    [
      "puts a command into another seat's mouth",
      (all) => all.with(2, { ...all[2]!, author: all[0]!.author }),
      /not signed/,
    ],
    [
      "speaks itself",
      (all) => all.with(2, { ...all[2]!, author: "host", command: null, signature: null }),
      /by itself/,
    ],
  ])("when the host %s", async (_, change, message) => {
    expect((await rewritten(change))?.message).toMatch(message);
  });

  test("but not when it only signs with another key from the beginning", async () => {
    expect(await rewritten((bodies) => bodies)).toBeUndefined();
  });

  test("when it begins anew after an earlier visit, or shows less than then", async () => {
    const { keeper, hall, plenary, hallEntries, entries } = await history();
    const first = keeper();
    first.take(hall, "hall", hallEntries);
    first.take(plenary, "channel", entries);
    const remembered = first.remembered();
    const less = keeper(remembered);
    const here = { stream: plenary, kind: "channel", version: entries.length - 1 } as const;
    expect(less.welcome([here])).toBe("fault");
    const other = { ...remembered, heads: { ...remembered.heads, [plenary]: { version: 2, hash: "0".repeat(64) } } };
    const changed = keeper(other);
    changed.take(hall, "hall", hallEntries);
    expect(changed.take(plenary, "channel", entries)).toBe("fault");
    const moved = keeper({ hostKey: "0".repeat(64), heads: {} });
    expect(moved.take(hall, "hall", hallEntries)).toBe("fault");
  });

  test("when the hall names another agenda than the one that was handed out", async () => {
    const { keeper, hall, hallEntries } = await history();
    expect(keeper(undefined, "0".repeat(64)).take(hall, "hall", hallEntries)).toBe("fault");
  });
});

test("a stream that the seat sees no more is shown no more", async () => {
  const { keeper, hall, plenary, hallEntries, entries } = await history();
  const fresh = keeper();
  fresh.take(hall, "hall", hallEntries);
  fresh.take(plenary, "channel", entries);
  fresh.gone(plenary);
  expect([...fresh.snapshot().states.keys()]).toEqual([hall]);
  expect(fresh.have()).toEqual({ [hall]: hallEntries.length });
});
