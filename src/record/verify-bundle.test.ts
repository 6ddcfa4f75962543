import { describe, expect, test } from "vitest";
import { seededRandom } from "#prelude";
import type { Event } from "#room";
import { nativeCheck, nativeSign } from "../../test/native-signatures.ts";
import { climb, join, randomRehearsal } from "../../test/record/random-record.ts";
import {
  act,
  bytes,
  exported,
  hexId,
  newKeys,
  parsed,
  type Rehearsal,
  type RehearsedSeat,
  type RehearsedStream,
  rehearse,
  rehearsedText,
  signedBy,
  write,
} from "../../test/record/rehearsal.ts";
import { startOfStream } from "./chain.ts";
import { makeEntry } from "./make-entry.ts";
import { verifyBundle } from "./verify-bundle.ts";

const options = { settlementText: rehearsedText, check: nativeCheck };

type Room = {
  readonly rehearsal: Rehearsal;
  readonly hall: RehearsedStream;
  readonly plenary: RehearsedStream;
  readonly group: RehearsedStream;
  readonly convenor: RehearsedSeat;
  readonly ua: RehearsedSeat;
  readonly ru: RehearsedSeat;
};

/** Everybody has joined; UA exports. */
function room(): Room {
  const rehearsal = rehearse(seededRandom(7), ["UA", "RU"]);
  const [hall, plenary, group] = rehearsal.streams as [RehearsedStream, RehearsedStream, RehearsedStream]; // made by `rehearse`
  const [convenor, ua, ru] = rehearsal.seats as [RehearsedSeat, RehearsedSeat, RehearsedSeat]; // made by `rehearse`
  join(rehearsal, ua);
  join(rehearsal, ru);
  return { rehearsal, hall, plenary, group, convenor, ua, ru };
}

function verdictOf({ rehearsal, ua }: Room): ReturnType<typeof verifyBundle> {
  return verifyBundle(exported(rehearsal, ua), options);
}

function fault(stream: RehearsedStream, message: string): object {
  const where = { kind: "entry", stream: stream.stream, version: stream.entries.length };
  return { ok: false, error: { where, message: expect.stringContaining(message) } };
}

const hello = (
  seat: RehearsedSeat,
  plain = "Hello.",
): readonly [{ kind: "say"; words: { plain: string } }, Event[]] => {
  const words = { plain };
  return [{ kind: "say", words }, [{ kind: "said", seat: seat.id, words }]];
};

describe("a host that writes with its own key cannot", () => {
  test("write a command without its author's signature", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { sign: nativeSign(bytes(at.rehearsal.random, 32)) });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "not signed by its author's key"));
  });

  test("file other words under a signed command", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, hello(at.ru, "No.")[0], hello(at.ru, "Yes.")[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, 'another "words"'));
  });

  test("file another event under a signed command", () => {
    const at = room();
    const accepted: Event = { kind: "accepted", offer: hexId(at.rehearsal.random), delegation: at.ru.delegation };
    act(at.rehearsal, at.plenary, at.ru, hello(at.ru)[0], [...hello(at.ru)[1], accepted]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "does not follow"));
  });

  test("leave out what a command did", () => {
    const at = room();
    const offer = hexId(at.rehearsal.random);
    act(at.rehearsal, at.plenary, at.ru, { kind: "accept", offer }, [{ kind: "provisionally agreed", offer }]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "do not say once"));
  });

  test("let one delegation accept for another", () => {
    const at = room();
    const offer = hexId(at.rehearsal.random);
    const accepted: Event = { kind: "accepted", offer, delegation: at.ua.delegation };
    act(at.rehearsal, at.plenary, at.ru, { kind: "accept", offer }, [accepted]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "another delegation"));
  });

  test("drop a condition from an offer", () => {
    const at = room();
    const { plenary, group, ru, rehearsal } = at;
    const offer = hexId(rehearsal.random);
    const condition = { channel: group.stream, issue: "S1", options: ["a"] } as never; // ids of this test
    const asked = { offer, choices: {}, conditions: [condition] } as const;
    const tabled = { id: offer, number: 1, channel: plenary.stream, author: ru.id, delegation: ru.delegation } as const;
    act(rehearsal, plenary, ru, { kind: "table", as: "offer", ...asked }, [
      { kind: "tabled", offer: { ...tabled, kind: "offer", choices: {}, conditions: [], at: "x" } },
    ]);
    expect(verdictOf(at)).toMatchObject(fault(plenary, 'another "conditions"'));
  });

  test("write what only a seat can do", () => {
    const at = room();
    write(at.rehearsal, at.plenary, undefined, undefined, hello(at.ru)[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "by itself"));
  });

  test("replay a command in its stream", () => {
    const at = room();
    const signed = act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    write(at.rehearsal, at.plenary, at.ru, signed, hello(at.ru)[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "carried out before"));
  });

  test("replay a command in another stream", () => {
    const at = room();
    const signed = act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru));
    write(at.rehearsal, at.group, at.ru, signed, hello(at.ru)[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.group, "for another stream"));
  });

  test("replay a command of another negotiation", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { negotiation: hexId(at.rehearsal.random) });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "for another negotiation"));
  });

  test("put a command before what its author had seen", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, ...hello(at.ru), { after: at.plenary.entries.length + 1 });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "signed after"));
  });

  test("open a second channel with one signature", () => {
    const at = room();
    const { rehearsal, ua } = at;
    const plan = { kind: "back channel", name: "x", clusters: [], members: [ua.id], level: "expert" } as const;
    const signed = signedBy(rehearsal, ua, "new", 0, { kind: "convene", plan, wordKeys: {} });
    for (const stream of [hexId(rehearsal.random), hexId(rehearsal.random)]) {
      const opened: RehearsedStream = { stream, kind: "channel", entries: [], members: [ua.id] };
      rehearsal.streams.push(opened);
      write(rehearsal, opened, ua, signed, [{ kind: "channel opened", plan: { ...plan, id: stream }, wordKeys: {} }]);
    }
    expect(verdictOf(at)).toMatchObject(fault(rehearsal.streams.at(-1)!, "carried out before"));
  });

  test("open a stream that is open", () => {
    const at = room();
    const { rehearsal, ua, group } = at;
    const plan = { kind: "back channel", name: "x", clusters: [], members: [ua.id], level: "expert" } as const;
    const opened: Event = { kind: "channel opened", plan: { ...plan, id: group.stream }, wordKeys: {} };
    act(rehearsal, group, ua, { kind: "convene", plan, wordKeys: {} }, [opened], { commandStream: "new" });
    expect(verdictOf(at)).toMatchObject(fault(group, "a stream that is open"));
  });

  test("open the negotiation again", () => {
    const at = room();
    rewrite(at, at.hall, 1, () => JSON.parse(at.hall.entries[0]!.body));
    rewrite(at, at.hall, 1, (body) => ({ ...body, hall: 1 }));
    const where = { kind: "entry", stream: at.hall.stream, version: 2 };
    expect(verdictOf(at)).toMatchObject({ error: { where, message: expect.stringContaining("opened again") } });
  });

  test("decide in the hall from anything but the entry before", () => {
    const at = room();
    const { rehearsal, hall, convenor } = at;
    act(rehearsal, hall, convenor, { kind: "end", reason: "x" }, [{ kind: "ended", reason: "x" }], { hall: 1 });
    expect(verdictOf(at)).toMatchObject(fault(hall, "from the one before it"));
  });

  test("open without the convenor's key", () => {
    const at = room();
    rewrite(at, at.hall, 0, (body) => ({ ...body, events: body.events.slice(0, 1) }));
    const where = { kind: "entry", stream: at.hall.stream, version: 1 };
    expect(verdictOf(at)).toMatchObject({ error: { where, message: expect.stringContaining("without joining") } });
  });

  test("sign in the name of another seat", () => {
    const at = room();
    const signed = signedBy(at.rehearsal, at.ru, at.plenary.stream, at.plenary.entries.length, hello(at.ua)[0]);
    write(at.rehearsal, at.plenary, at.ua, signed, hello(at.ua)[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "for another seat"));
  });

  test("join a seat with a key that another seat signs with", () => {
    const at = room();
    const keys = { signing: newKeys(at.rehearsal.random).publicKey, sealing: "11".repeat(32) };
    act(at.rehearsal, at.hall, at.convenor, { kind: "join", keys }, [{ kind: "joined", seat: at.ru.id, keys }]);
    expect(verdictOf(at)).toMatchObject(fault(at.hall, "not signed by its author's key"));
  });
});

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

type Body = { readonly command: string | null; readonly events: readonly { kind: string }[] } & Record<string, unknown>;

/** Changes one entry and writes it and all that follow anew, as only the host can. */
function rewrite({ rehearsal }: Room, stream: RehearsedStream, from: number, change: (body: Body) => Body): void {
  const { negotiation, host } = rehearsal;
  for (let at = from; at < stream.entries.length; at++) {
    const before = stream.entries[at]!;
    const last = stream.entries[at - 1] ?? startOfStream(negotiation, stream.stream);
    const body = JSON.parse(before.body);
    const changed = at === from ? change(body) : body;
    stream.entries[at] = makeEntry(last, changed as never, Buffer.from(before.salt, "hex"), host.sign);
  }
}
