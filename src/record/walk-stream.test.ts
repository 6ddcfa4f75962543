import { describe, expect, test } from "vitest";
import type { Event } from "#room";
import { nativeSign } from "../../test/native-signatures.ts";
import { act, bytes, hexId, newKeys, type RehearsedStream, signedBy, write } from "../../test/record/rehearsal.ts";
import { fault, hello, rewrite, room, verdictOf } from "../../test/record/room.ts";
import { hashAfter, leafOf, receiptMessage, startOfStream } from "./chain.ts";

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

  test("say in a seat's name what another has signed", () => {
    const at = room();
    act(at.rehearsal, at.plenary, at.ru, hello(at.ru)[0], hello(at.ua)[1]);
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, "another seat than its author"));
  });

  test.each([
    ["a channel that the convenor did not plan", "plan", "another channel than the signed command"],
    ["a body of another negotiation", "negotiation", "another negotiation"],
    ["a body of another stream", "stream", "another stream"],
  ])("begin a stream with %s", (_what, name, message) => {
    const at = room();
    rewrite(at, at.plenary, 0, (body) => {
      const plan = { ...(body.events[0] as Extract<Event, { kind: "channel opened" }>).plan, name: "Other" }; // its first event
      return name === "plan" ? { ...body, events: [{ ...body.events[0]!, plan }] } : { ...body, [name]: "other" };
    });
    expect(verdictOf(at)).toMatchObject(fault(at.plenary, message));
  });

  test("number a body otherwise than its entry", () => {
    const at = room();
    const { plenary, rehearsal } = at;
    const [first] = plenary.entries as [RehearsedStream["entries"][number]]; // the opening
    const body = first.body.replace('"version":1', '"version":2');
    const start = startOfStream(rehearsal.negotiation, plenary.stream);
    const hash = hashAfter(start.hash, leafOf(first.salt, body));
    plenary.entries[0] = { ...first, body, hash, receipt: rehearsal.host.sign(receiptMessage(hash)) };
    expect(verdictOf(at)).toMatchObject(fault(plenary, "another version number"));
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
