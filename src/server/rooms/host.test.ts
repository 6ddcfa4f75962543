import { expect, test } from "vitest";
import { type Bundle, bundleText, documentDigest, proveJoining, verifyBundle } from "#record";
import { memoryStore, type Store } from "#store";
import type { Grew } from "./host.ts";
import { roomsHost } from "./host.ts";
import { nativeCheck } from "./host-key.ts";
import {
  done,
  inAnHour,
  openTalks,
  ruleOf,
  said,
  seededBytes,
  trialHost,
  trialSeats,
  trialTalks,
} from "./trial/trial-talks.ts";

test("what seats do becomes a record that the verifier accepts, from any seat's view", async () => {
  const talks = await trialTalks();
  const { host, hall, group, plenary, door } = talks;
  done(
    await talks.send("fleet", group, {
      kind: "table",
      as: "offer",
      offer: "o",
      choices: { quay: "mornings" },
      conditions: [],
    }),
  );
  done(await talks.send("line", group, { kind: "accept", offer: "o" }));
  done(await talks.send("town", plenary, said("good morning")));
  const convened = done(
    await talks.send("fleet", "new", {
      kind: "convene",
      plan: {
        ...{ kind: "back channel", name: "Pier", clusters: [], level: "expert" },
        members: [door("fleet").seat, door("line").seat],
      },
      wordKeys: { [door("fleet").seat]: "sealed", [door("line").seat]: "sealed" },
    }),
  );
  expect(convened.version).toBe(1);
  for (const seat of ["fleet", "town", "observer"] as const) {
    const heads = await host.streams(door(seat));
    expect(heads.some(({ stream }) => stream === convened.stream)).toBe(seat === "fleet");
    const streams = await Promise.all(
      heads
        .toSorted((one, other) => Number(other.stream === hall) - Number(one.stream === hall))
        .map(async ({ stream, kind }) => {
          return { stream, kind, entries: (await host.entries(door(seat), stream, 0, 100)) ?? [] };
        }),
    );
    const agenda = await host.agenda(talks.negotiation);
    const { public: keys, sign } = talks.keys(seat);
    const content: Omit<Bundle, "format" | "manifest" | "signature"> = {
      ...{ negotiation: talks.negotiation, exporter: door(seat).seat, agenda, streams, key: keys.signing },
    };
    const verdict = verifyBundle(bundleText(content, sign), { check: nativeCheck });
    expect(verdict.ok ? "accepted" : verdict.error).toBe("accepted");
  }
});

test("creating twice is one negotiation and one answer; another under its id is refused", async () => {
  const { host, store, time, request, negotiation } = await trialTalks({ joined: [] });
  const again = await host.create(request);
  const once = await host.create(request);
  expect(again).toEqual(once);
  expect(again.ok && again.value.negotiation).toBe(negotiation);
  // a host whose salts are others, as after a new start
  const other = await roomsHost({ store, clock: () => time.now, random: seededBytes("other") });
  expect(await other.create(request)).toEqual(again);
  time.now = "2026-11-23T13:00:05.000Z";
  await expect(openTalks(host, store, time, "trial", { change: { title: "Another" } })).rejects.toThrow("H11");
});

test("an agenda that is none, or another than was signed, opens nothing", async () => {
  const { request } = await trialTalks();
  const { host } = await trialHost();
  const rule = async (agenda: string) => {
    const created = await host.create({ ...request, agenda });
    return created.ok ? "created" : created.error.rule;
  };
  expect(await rule(`${request.agenda} `)).toBe("H9");
  expect(await rule("[".repeat(100_000))).toBe("H9");
  expect(await rule("{}")).toBe("H9");
  expect(await rule(request.agenda)).toBe("created");
});

test("forged, misdirected and malformed commands are refused to their sender, and nobody else hears of it", async () => {
  const talks = await trialTalks({ joined: trialSeats.filter((seat) => seat !== "observer") });
  const { host, plenary, group, door } = talks;
  const heard: Grew[] = [];
  await host.watch(talks.negotiation);
  host.onGrew((grew) => heard.push(grew));
  expect(ruleOf(await talks.send("fleet", plenary, said("x"), { signedBy: "line" }))).toBe("H3");
  expect(ruleOf(await talks.send("fleet", plenary, said("x"), { as: "line", signedBy: "line" }))).toBe("H2");
  expect(ruleOf(await talks.send("fleet", plenary, said("x"), { negotiation: "0".repeat(32) }))).toBe("H2");
  expect(ruleOf(await host.command(door("fleet"), "{}", "00".repeat(64)))).toBe("H1");
  expect(ruleOf(await host.command(door("fleet"), "{", "00".repeat(64)))).toBe("H1");
  const loose = await talks.signed("fleet", plenary, said("x"));
  expect(ruleOf(await host.command(door("fleet"), ` ${loose.text}`, loose.signature))).toBe("H1");
  const odd = { kind: "say", words: { plain: "x" }, more: 1 } as never; // a member that no command has
  expect(ruleOf(await talks.send("fleet", plenary, odd))).toBe("H4");
  expect(ruleOf(await talks.send("observer", plenary, said("x")))).toBe("R1.4");
  expect(ruleOf(await talks.send("town", group, said("x")))).toBe("R1.1");
  expect(await talks.send("town", group, said("x"))).toEqual(await talks.send("town", "0".repeat(32), said("x")));
  expect(ruleOf(await talks.send("fleet", plenary, said("x"), { after: 99 }))).toBe("R1.9");
  expect(heard).toEqual([]);
  expect(await talks.version(plenary)).toBe(1);
});

test("a key to sign with that fits everything is refused", async () => {
  const talks = await trialTalks({ joined: [] });
  const keys = { signing: "01".padEnd(64, "0"), sealing: "02".repeat(32) }; // the neutral point
  expect(ruleOf(await talks.send("fleet", talks.hall, { kind: "join", keys }))).toBe("H8");
});

test("a command sent again has the same answer and is done once; its key is good for no other", async () => {
  const talks = await trialTalks();
  const { host, plenary, door } = talks;
  const { text, signature, key } = await talks.signed("fleet", plenary, said("once"));
  const first = await host.command(door("fleet"), text, signature);
  done(await talks.send("line", plenary, said("between")));
  expect(await host.command(door("fleet"), text, signature)).toEqual(first);
  expect(await Promise.all([1, 2, 3].map(() => host.command(door("fleet"), text, signature)))).toEqual([
    first,
    first,
    first,
  ]);
  expect(await talks.version(plenary)).toBe(3);
  expect(ruleOf(await talks.send("fleet", plenary, said("other"), { key }))).toBe("H5");
  expect(await host.ask(door("fleet"), key)).toEqual(first);
  expect(await host.ask(door("line"), key)).toBeUndefined();
  expect(await host.ask(door("fleet"), "0".repeat(32))).toBeUndefined();
});

test("an answer to a table that has changed is refused, and changes nothing", async () => {
  const talks = await trialTalks();
  const { group } = talks;
  const table = (offer: string) =>
    ({ kind: "table", as: "offer", offer, choices: { night: "none" }, conditions: [] }) as const;
  done(await talks.send("fleet", group, table("o")));
  const stale = await talks.signed("line", group, { kind: "accept", offer: "o" });
  done(await talks.send("fleet", group, { kind: "withdraw", offer: "o" }));
  expect(ruleOf(await talks.host.command(talks.door("line"), stale.text, stale.signature))).toBe("R1.8");
  expect(await talks.version(group)).toBe(3);
});

test("a signature inside a command that signs nothing of ours is refused", async () => {
  const talks = await trialTalks();
  const [entry] = await talks.store.entries(talks.negotiation, talks.plenary, 0, 1);
  const head = entry?.hash ?? "";
  const countersign = { kind: "countersign", version: 1, head, signature: "00".repeat(64) } as const;
  expect(ruleOf(await talks.send("fleet", talks.plenary, countersign))).toBe("R9.18");
});

test("a sealed yes: only whether all said yes is written, and no answer shows in another's", async () => {
  const talks = await trialTalks();
  const { group, store, negotiation } = talks;
  const call = {
    kind: "call sealed yes",
    call: "c",
    choices: { quay: "mornings" },
    until: "2026-11-23T13:10:00.000Z",
  } as const;
  done(await talks.send("mediator", group, call));
  const version = await talks.version(group);
  const held = await talks.answer("fleet", "c", false);
  expect(held).toEqual({ kind: "done", stream: group, version });
  expect(await talks.version(group)).toBe(version);
  expect(ruleOf(await talks.answer("town", "c", true))).toBe("R1.1");
  expect(ruleOf(await talks.answer("mediator", "c", true))).toBe("R6.6");
  expect(await talks.answer("fleet", "c", true)).toEqual(held); // it changes its mind, in secret
  expect(await talks.answer("line", "c", true)).toEqual(held);
  expect(await talks.version(group)).toBe(version + 1);
  const [outcome] = await store.entries(negotiation, group, version, 1);
  expect(JSON.parse(outcome?.body ?? "{}")).toMatchObject({
    author: "host",
    events: [{ kind: "sealed yes answered", call: "c", allSaidYes: true }],
  });
  expect(await store.heldAnswers(negotiation, JSON.stringify(["sealed yes", group, "c"]))).toEqual([]);
  expect(ruleOf(await talks.answer("line", "c", true))).toBe("R6.6");
});

test("when its time is over silence is no, and a motion that nobody spoke against is adopted", async () => {
  const decision = { kind: "consensus", hours: 0.5 } as const;
  const procedure = {
    ...{ decision, mayConvene: { "working group": [], "back channel": [], caucus: [] } },
    needs: { adopt: "deputy", initial: "deputy", sign: "minister" },
  } as const;
  const talks = await trialTalks({ change: { procedure } });
  const { group, plenary, time, host } = talks;
  const call = {
    kind: "call sealed yes",
    call: "c",
    choices: { quay: "mornings" },
    until: "2026-11-23T13:10:00.000Z",
  } as const;
  done(await talks.send("mediator", group, call));
  done(await talks.answer("fleet", "c", true));
  const settlement = { quay: "mornings", channel: "six", night: "weekends", fund: "one", board: "thirds" };
  done(await talks.send("mediator", plenary, { kind: "move adoption", motion: "m", settlement, closes: [] }));
  await host.tick();
  expect([await talks.version(group), await talks.version(plenary)]).toEqual([2, 2]);
  time.now = "2026-11-23T13:10:00.001Z";
  await host.tick();
  expect([await talks.version(group), await talks.version(plenary)]).toEqual([3, 2]);
  time.now = "2026-11-23T13:30:00.001Z";
  await Promise.all([host.tick(), host.tick()]);
  expect([await talks.version(group), await talks.version(plenary)]).toEqual([3, 3]);
  const [adopted] = await talks.store.entries(talks.negotiation, plenary, 2, 1);
  expect(JSON.parse(adopted?.body ?? "{}").events).toMatchObject([{ kind: "adopted", motion: "m" }]);
  expect(await talks.store.openCalls("2027-01-01T00:00:00.000Z")).toEqual([]);
});

test("invitations: expired, used, revoked and unknown ones open nothing", async () => {
  const talks = await trialTalks({ joined: [] });
  const { host, negotiation, time, door, token } = talks;
  const join = async (name: "fleet" | "line" | "town", attempt?: string, at = negotiation) => {
    const joined = await host.join(at, { token: token(name), ...(attempt ? { attempt } : {}) });
    if (joined.ok) return joined.value;
    return joined.error === "unknown" ? "unknown" : joined.error.message;
  };
  const first = await join("fleet", "a".repeat(32));
  expect(first).toMatchObject({ seat: door("fleet").seat });
  expect(await join("fleet", "a".repeat(32))).toEqual(first); // its answer was lost
  expect(await join("fleet", "b".repeat(32))).toContain("has been used");
  expect(await join("line", undefined, "0".repeat(32))).toBe("unknown");
  expect(await host.revoke(door("line"), "0".repeat(64))).toMatchObject({ ok: false, error: { rule: "H10" } });
  const listed = await host.invitations(door("convenor"));
  const ofLine = listed.ok && listed.value.invitations.find(({ seat }) => seat === door("line").seat);
  expect(ofLine).toMatchObject({ uses: 0, revoked: false });
  if (!ofLine) throw new Error("line is invited");
  expect(await host.revoke(door("convenor"), ofLine.tokenDigest)).toMatchObject({ ok: true });
  expect(await join("line")).toBe("unknown");
  time.now = "2026-11-23T15:00:00.000Z";
  expect(await join("town")).toContain("was good until 2026-11-23T14:00:00.000Z");
  if (typeof first === "string") throw new Error(first);
  expect(await host.opens(door("fleet"), first.session)).toBe(true);
  expect(await host.opens(door("line"), first.session)).toBe(false);
  expect(await host.opens({ ...door("fleet"), negotiation: "0".repeat(32) }, first.session)).toBe(false);
  expect(await host.opens(door("fleet"), "")).toBe(false);
});

test("a seat that was taken lets in its own keys alone, whatever link is opened", async () => {
  const talks = await trialTalks({ joined: ["fleet"], reusable: true });
  const { host, negotiation, door, token, entry, keys, store, request } = talks;
  const attempt = "a".repeat(32);
  const proof = (of: { seat?: "fleet" | "line"; by?: "fleet" | "line"; attempt?: string; negotiation?: string }) =>
    proveJoining(
      {
        negotiation: of.negotiation ?? negotiation,
        seat: door(of.seat ?? "fleet").seat,
        attempt: of.attempt ?? attempt,
      },
      keys(of.by ?? "fleet").sign,
    );
  const used = async () => (await store.invitation(documentDigest(token("fleet"))))?.uses;
  const refusals = await Promise.all(
    [
      { token: token("fleet") },
      { token: token("fleet"), attempt },
      { token: token("fleet"), proof: proof({}) },
      { token: token("fleet"), attempt, proof: proof({ by: "line" }) },
      { token: token("fleet"), attempt, proof: proof({ seat: "line" }) },
      { token: token("fleet"), attempt, proof: proof({ attempt: "b".repeat(32) }) },
      { token: token("fleet"), attempt, proof: proof({ negotiation: "0".repeat(32) }) },
    ].map((asked) => host.join(negotiation, asked)),
  );
  for (const refused of refusals)
    expect(refused).toMatchObject({ error: { rule: "H10", message: expect.stringContaining("another browser") } });
  expect(await used()).toBe(0);
  const back = await host.join(negotiation, entry("fleet", attempt));
  expect(back).toMatchObject({ ok: true, value: { seat: door("fleet").seat, agenda: request.agenda } });
  expect(await used()).toBe(1);
  // the same attempt, after an answer that was lost
  expect(await host.join(negotiation, entry("fleet", attempt))).toEqual(back);
  expect(await used()).toBe(1);
  // a new link changes nothing of it
  const fresh = "f".repeat(64);
  const renewed = {
    seat: door("fleet").seat,
    tokenDigest: documentDigest(fresh),
    reusable: false,
    expiresAt: inAnHour,
  };
  expect((await host.invite(door("convenor"), renewed)).ok).toBe(true);
  expect(await host.join(negotiation, { token: fresh, attempt })).toMatchObject({ error: { rule: "H10" } });
  expect(await host.join(negotiation, { ...entry("fleet", "c".repeat(32)), token: fresh })).toMatchObject({ ok: true });
  // and of one that was revoked nothing is said
  expect((await host.revoke(door("convenor"), documentDigest(token("fleet")))).ok).toBe(true);
  expect(await host.join(negotiation, { token: token("fleet"), attempt: "d".repeat(32) })).toMatchObject({
    error: "unknown",
  });
});

test("whoever takes a seat ends the sessions of others who had opened its link before", async () => {
  const { host, negotiation, door, entry, signed, hall, keys } = await trialTalks({ joined: [], reusable: true });
  const enters = async (attempt: string) => {
    const joined = await host.join(negotiation, entry("fleet", attempt));
    if (!joined.ok) throw new Error("a free seat is open to its link");
    return joined.value.session;
  };
  const [first, second] = [await enters("a".repeat(32)), await enters("b".repeat(32))];
  expect(await host.opens(door("fleet"), first)).toBe(true);
  const { text, signature } = await signed("fleet", hall, { kind: "join", keys: keys("fleet").public });
  done(await host.command({ ...door("fleet"), session: second }, text, signature));
  expect(await host.opens(door("fleet"), first)).toBe(false);
  expect(await host.opens(door("fleet"), second)).toBe(true);
});

test("of a link that is opened while its seat is being taken nothing stays open", async () => {
  const plain = memoryStore();
  let meanwhile = async (): Promise<void> => {};
  const store: Store = {
    ...plain,
    redeem: async (...of) => {
      await meanwhile();
      return plain.redeem(...of);
    },
  };
  const { host, negotiation, token, send, hall, keys } = await trialTalks({ joined: [], reusable: true, store });
  meanwhile = async () => {
    meanwhile = async () => {};
    done(await send("fleet", hall, { kind: "join", keys: keys("fleet").public }));
  };
  expect(await host.join(negotiation, { token: token("fleet"), attempt: "a".repeat(32) })).toMatchObject({
    error: { rule: "H10" },
  });
  expect((await plain.invitation(documentDigest(token("fleet"))))?.uses).toBe(0);
});

test("a mandator invites to its own delegation alone; others to none", async () => {
  const { host, door } = await trialTalks();
  const invitation = (name: "fleet" | "line", digit: string) => {
    return {
      seat: door(name).seat,
      tokenDigest: digit.repeat(64),
      reusable: true,
      expiresAt: "2026-11-24T00:00:00.000Z",
    };
  };
  expect((await host.invite(door("fleetMandator"), invitation("fleet", "1"))).ok).toBe(true);
  expect((await host.invite(door("fleetMandator"), invitation("line", "2"))).ok).toBe(false);
  expect((await host.invite(door("fleet"), invitation("fleet", "3"))).ok).toBe(false);
  expect((await host.invite(door("convenor"), invitation("line", "4"))).ok).toBe(true);
  const listed = await host.invitations(door("fleetMandator"));
  const delegation = [door("fleet").seat, door("fleetMandator").seat];
  expect(listed.ok && listed.value.invitations.every(({ seat }) => delegation.includes(seat))).toBe(true);
  expect(await host.invitations(door("line"))).toMatchObject({ ok: false });
});

test("a removed seat is shut out at once: its streams, its session, its links", async () => {
  const talks = await trialTalks();
  const { host, door, hall, plenary } = talks;
  const joined = await host.join(talks.negotiation, talks.entry("line", "a".repeat(32)));
  if (!joined.ok) throw new Error("it joins");
  done(await talks.send("convenor", hall, { kind: "remove seat", seat: door("line").seat }));
  expect(await host.opens(door("line"), joined.value.session)).toBe(false);
  expect(await host.streams(door("line"))).toEqual([]);
  expect(await host.entries(door("line"), plenary, 0, 10)).toBeUndefined();
  expect(ruleOf(await talks.send("line", plenary, said("still here?")))).toBe("R1.3");
});

test("two hosts on one store: neither refuses nor doubles because the other was quicker", async () => {
  const store = memoryStore();
  const one = await trialTalks({ store });
  const { host: other } = await trialHost({ store, seed: "other", time: one.time });
  expect(other.hostKey).toBe(one.host.hostKey);
  const signed = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      one.signed(index % 2 ? "fleet" : "line", one.plenary, said(`${index}`), { after: 1 }),
    ),
  );
  const outcomes = await Promise.all(
    signed.map(({ text, signature }, index) => {
      return (index % 3 ? one.host : other).command(one.door(index % 2 ? "fleet" : "line"), text, signature);
    }),
  );
  const versions = outcomes.map((outcome) => done(outcome).version);
  expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
  // a host that was not asked for a while knows what the other has done
  done(
    await one.send("fleet", one.group, {
      kind: "table",
      as: "offer",
      offer: "o",
      choices: { night: "none" },
      conditions: [],
    }),
  );
  const accept = await one.signed("line", one.group, { kind: "accept", offer: "o" });
  done(await other.command(one.door("line"), accept.text, accept.signature));
});
