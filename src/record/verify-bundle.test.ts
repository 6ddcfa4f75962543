import { describe, expect, test } from "vitest";
import { seededRandom } from "#prelude";
import type { Event } from "#room";
import { climb, join, randomRehearsal } from "../../test/record/random-record.ts";
import {
  act,
  exported,
  hexId,
  newKeys,
  parsed,
  type RehearsedStream,
  signedBy,
  write,
} from "../../test/record/rehearsal.ts";
import { fault, hello, options, type Room, rewrite, room, verdictOf } from "../../test/record/room.ts";
import { verifyBundle } from "./verify-bundle.ts";

describe("keys are those of the hall, in force at that point", () => {
  test("a seat that was removed signs nothing more, in the hall or elsewhere", () => {
    const at = room();
    const seat = at.ru.id;
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    act(at.rehearsal, at.hall, at.convenor, { kind: "remove seat", seat }, [{ kind: "seat removed", seat }]);
    expect(verdictOf(at).ok).toBe(true);
    act(at.rehearsal, at.group, at.ru, ...hello(at.ru));
    expect(verdictOf(at)).toMatchObject(fault(at.group, `removed from the negotiation by entry 4`));
    at.group.entries.pop();
    act(at.rehearsal, at.hall, at.ru, { kind: "end", reason: "x" }, [{ kind: "ended", reason: "x" }]);
    expect(verdictOf(at)).toMatchObject(fault(at.hall, "removed from the negotiation by entry 4"));
  });

  test("a freed seat's old key signs what came before, its new key what comes after it has joined again", () => {
    const at = room();
    const seat = at.ru.id;
    const old = at.ru.keys;
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    act(at.rehearsal, at.hall, at.convenor, { kind: "free seat", seat }, [{ kind: "seat freed", seat }]);
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "was freed by entry 4 of the hall"));
    at.plenary.entries.pop();
    // written by a host that had not heard of it yet: decided from the hall before
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { hall: 3 });
    at.ru.keys = newKeys(at.rehearsal.random);
    join(at.rehearsal, at.ru);
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    const verdict = verdictOf(at);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.ok && verdict.value.seats.find((one) => one.seat === seat)).toMatchObject({ keys: 2 });
    // the old key after, and the new one before
    act(at.rehearsal, at.plenary, { ...at.ru, keys: old }, ...hello(at.ru));
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "not signed by its author's key"));
    at.plenary.entries.pop();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { hall: 3 });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "not signed by its author's key"));
  });

  test("a host replaces no key by itself: a seat joins again only when it was freed, and not with its old key", () => {
    const at = room();
    const seat = at.ru.id;
    const old = at.ru.keys;
    at.ru.keys = newKeys(at.rehearsal.random);
    join(at.rehearsal, at.ru);
    expect(verdictOf(at)).toMatchObject(fault(at.hall, "has joined already"));
    at.hall.entries.pop();
    act(at.rehearsal, at.hall, at.convenor, { kind: "free seat", seat }, [{ kind: "seat freed", seat }]);
    at.ru.keys = old;
    join(at.rehearsal, at.ru);
    expect(verdictOf(at)).toMatchObject(fault(at.hall, "with the key that it had"));
    at.hall.entries.pop();
    act(at.rehearsal, at.hall, at.convenor, { kind: "free seat", seat }, [{ kind: "seat freed", seat }]);
    expect(verdictOf(at)).toMatchObject(fault(at.hall, "nobody had taken"));
  });

  test("a seat that has not joined has no key", () => {
    const at = room();
    const mediator = at.rehearsal.seats.at(-1)!;
    act(at.rehearsal, at.plenary, mediator, ...hello(mediator));
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "had not joined"));
  });

  test("a command from before a seat joined is not its", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { hall: 2 });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "had not joined"));
  });

  test("a stranger is no seat", () => {
    const at = room();
    const stranger = { ...at.ru, id: hexId(at.rehearsal.random) };
    act(at.rehearsal, at.plenary, stranger, ...hello(stranger));
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "no seat of this negotiation"));
  });

  test("an entry that was decided from a later hall shows that the hall's tail is missing", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { hall: 9 });
    const where = { kind: "entry", stream: at.hall.stream, version: 4 };
    expect(verdictOf(at)).toMatchObject({ ok: false, error: { where } });
  });

  test("a manifest that another member has signed in the exporter's name is refused", () => {
    const at = room();
    const forged = exported(at.rehearsal, { ...at.ua, keys: at.ru.keys });
    expect(verifyBundle(forged, options)).toMatchObject({ ok: false, error: { where: { kind: "manifest" } } });
  });
});

describe("the acceptance ladder", () => {
  test("names who adopted, initialled, signed and ratified, and who countersigned", () => {
    const at = room();
    climb(at.rehearsal, at.ua);
    const verdict = verdictOf(at);
    expect(verdict.ok && verdict.value.milestones.map(({ kind, countersignedBy }) => [kind, countersignedBy])).toEqual(
      ["adopted", "initialled", "signed", "ratified"].map((kind) => [kind, [at.ua.id]]),
    );
  });

  test.each([
    ["another text than the motion's", /^adopted$/, { digest: "00".repeat(32) }, "exact text"],
    ["a signature over something else", /^signed$/, { signature: "11".repeat(64) }, "does not cover"],
    ["a countersignature over something else", /^countersigned$/, { signature: "11".repeat(64) }, "not its author's"],
    ["another head", /^countersigned$/, { head: "22".repeat(32) }, "another head"],
  ])("refuses %s", (_what, kind, change, message) => {
    const at = room();
    climb(at.rehearsal, at.ua);
    const index = at.plenary.entries.findIndex(({ body }) => kindsIn(body).some((each) => kind.test(each)));
    // the seat itself signs the wrong thing, so that nothing but the meaning is wrong
    rewrite(at, at.plenary, index, (body) => {
      const events = body.events.map((event) => (kind.test(event.kind) ? { ...event, ...change } : event));
      if (body.command === null) return { ...body, events };
      const envelope = JSON.parse(body.command); // written by this test
      const own = Object.fromEntries(Object.entries(change).filter(([name]) => name in envelope.command));
      const text = JSON.stringify({ ...envelope, command: { ...envelope.command, ...own } });
      const signed = signedBy(at.rehearsal, at.ua, "", 0, envelope.command, { text });
      return { ...body, command: signed.text, signature: signed.signature, events };
    });
    const where = { kind: "entry", stream: at.plenary.stream, version: index + 1 };
    expect(verdictOf(at)).toMatchObject({ ok: false, error: { where, message: expect.stringContaining(message) } });
  });
});

describe("against the exporter's manifest", () => {
  const withEntries = ({ rehearsal, ua }: Room, stream: RehearsedStream, change: () => void): string => {
    const before = parsed(exported(rehearsal, ua));
    change();
    const streams = before.streams.map((each) =>
      each.stream === stream.stream ? { ...each, entries: stream.entries } : each,
    );
    return JSON.stringify({ ...before, streams });
  };

  test("a host that writes a stream anew is found out", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    const text = withEntries(at, at.plenary, () => {
      at.plenary.entries.pop();
      act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru, "Something else."));
    });
    expect(verifyBundle(text, options)).toMatchObject(fault(at.plenary, "another than the one"));
  });

  test("entries that the exporter did not have are found out", () => {
    const at = room();
    const text = withEntries(at, at.plenary, () => void act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru)));
    expect(verifyBundle(text, options)).toMatchObject(fault(at.plenary, "counts 1 entries only"));
  });

  test("an exporter that signs for another agenda is found out by the hall", () => {
    const at = room();
    const other = { ...at.rehearsal, agenda: "another" };
    expect(verifyBundle(exported(other, at.ua), options)).toMatchObject({ error: { where: { kind: "agenda" } } });
  });

  test("a stream is the one that it says it is, of the kind that it is called", () => {
    const at = room();
    const { rehearsal, ua } = at;
    const plan = { kind: "back channel", name: "x", clusters: [], members: [ua.id], level: "expert" } as const;
    const opened: RehearsedStream = { stream: hexId(rehearsal.random), kind: "channel", entries: [], members: [ua.id] };
    rehearsal.streams.push(opened);
    const other = { ...plan, id: hexId(rehearsal.random) };
    act(rehearsal, opened, ua, { kind: "convene", plan }, [{ kind: "channel opened", plan: other, wordKeys: {} }]);
    expect(verdictOf(at)).toMatchObject(fault(opened, "another channel than this"));
    rehearsal.streams[rehearsal.streams.length - 1] = { ...opened, kind: "delegation" };
    expect(verdictOf(at)).toMatchObject(fault(opened, "begins with its opening"));
  });
});

test("a motion is moved once and adopted once", () => {
  const at = room();
  climb(at.rehearsal, at.ua);
  const { plenary, ua, rehearsal } = at;
  const eventOf = (kind: string): Event => {
    const events = plenary.entries.flatMap(({ body }) => JSON.parse(body).events as readonly Event[]); // written by this test
    return events.find((event) => event.kind === kind)!;
  };
  write(rehearsal, plenary, undefined, undefined, [eventOf("adopted")]);
  expect(verdictOf(at)).toMatchObject(fault(plenary, "adopted before"));
  plenary.entries.pop();
  const { kind: _kind, by: _by, ...moved } = eventOf("adoption moved") as Extract<Event, { kind: "adoption moved" }>;
  act(rehearsal, plenary, ua, { kind: "move adoption", ...moved }, [eventOf("adoption moved")]);
  expect(verdictOf(at)).toMatchObject(fault(plenary, "no name of its own"));
});

test("a host that writes nonsense is told off, whatever the nonsense", () => {
  const random = seededRandom(99);
  const odd: readonly unknown[] = [
    null,
    0,
    "",
    "host",
    [],
    {},
    true,
    1e21,
    [[]],
    { kind: "opened" },
    { constructor: 1 },
  ];
  let refused = 0;
  for (let round = 0; round < 80; round++) {
    const [rehearsal, ua] = randomRehearsal(random, 5);
    const stream = rehearsal.streams[random.below(2)]!;
    const at = { rehearsal, ua } as Room; // all that `rewrite` and `verdictOf` use
    const index = random.below(stream.entries.length);
    rewrite(at, stream, index, (body) => {
      const copy = structuredClone(body) as unknown as Record<string, unknown>; // JSON
      let inside: Record<string, unknown> = copy;
      for (;;) {
        const names = Object.keys(inside);
        const name = names[random.below(names.length)]!;
        const next = inside[name];
        if (typeof next === "object" && next !== null && Object.keys(next).length > 0 && random.below(5) > 0)
          inside = next as Record<string, unknown>; // an object with members, just checked
        else {
          inside[name] = odd[random.below(odd.length)];
          return copy as never; // nonsense on purpose
        }
      }
    });
    const verdict = verdictOf(at);
    if (!verdict.ok) refused++;
  }
  expect(refused).toBeGreaterThan(50); // what no signature covers, such as an offer's number, is the host's word
});

test("the same content in another order of members, or with blanks, is no record", () => {
  const at = room();
  const text = exported(at.rehearsal, at.ua);
  expect(verifyBundle(JSON.stringify(parsed(text), null, 1), options)).toMatchObject({
    error: { where: { kind: "file" }, message: expect.stringContaining("compact") },
  });
});

function kindsIn(body: string): readonly string[] {
  return (JSON.parse(body).events as readonly { kind: string }[]).map(({ kind }) => kind); // written by this test
}
