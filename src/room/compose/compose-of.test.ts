import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Composition, composeIfAccepted, composeOf, type Offer, type OfferRef, type TabledOffer } from "#room";
import { channelsWith, live, minute, offer, provided } from "../../../test/tabled-offers.ts";
import { forbid, scenario, when } from "../../../test/tiny-scenario.ts";

const { agenda } = scenario({
  issues: { land: ["keep", "give"], guard: ["none", "post"], money: ["none", "some"], flag: ["red", "blue"] },
  sheets: {},
});

const compose = (...offers: TabledOffer[]): Composition => composeOf(agenda, channelsWith(offers));
const ids = (refs: readonly OfferRef[]): string => refs.map(({ offer }) => offer).join("");
const setsOf = ({ closedSets }: Composition): string[] => closedSets.map(({ offers }) => ids(offers));

const post = (more: Partial<TabledOffer["offer"]> & { status?: TabledOffer["status"] } = {}) =>
  offer("S", "a", { guard: "post" }, { conditions: [provided("T", "land", "keep")], ...more });
const keep = (more: Partial<TabledOffer["offer"]> & { status?: TabledOffer["status"] } = {}) =>
  offer("T", "b", { land: "keep" }, { conditions: [provided("S", "guard", "post")], ...more });

describe("closed sets", () => {
  test("two agreed offers that wait on each other close together", () => {
    const { closing, circles } = compose(post(), keep());
    expect(closing).toMatchObject({
      kind: "closes",
      set: { choices: { guard: "post", land: "keep" }, complete: false },
    });
    expect(circles).toMatchObject([
      { closed: true, toAccept: [], ring: [{ offer: { offer: "a" } }, { offer: { offer: "b" } }] },
    ]);
  });

  test("an agreed offer whose condition nothing meets is in no closed set", () => {
    const { closing, waiting } = compose(post());
    expect(closing).toEqual({ kind: "nothing" });
    expect(waiting).toMatchObject([
      { status: "provisionally agreed", conditions: [{ state: "unmet", couldMeet: [] }] },
    ]);
  });

  test("of two that contradict each other none closes by itself, and what both leave alone is the core", () => {
    const composed = compose(
      offer("T", "a", { land: "keep" }),
      offer("U", "b", { land: "give" }),
      offer("S", "c", { guard: "post" }),
    );
    expect(composed.closing).toEqual({ kind: "several", count: "2" });
    expect(setsOf(composed)).toEqual(["ac", "bc"]);
    expect(ids(composed.core)).toBe("c");
    expect(composed.contradictions).toEqual([
      {
        issue: "land",
        sides: [
          { option: "keep", offers: [{ channel: "T", offer: "a" }] },
          { option: "give", offers: [{ channel: "U", offer: "b" }] },
        ],
        acrossChannels: true,
      },
    ]);
    expect(composed.clusters).toEqual([{ settled: ["guard"], undecided: ["land"], open: ["money", "flag"] }]);
  });

  test("an offer that follows from a contradiction forks with it", () => {
    const composed = compose(
      offer("T", "a", { land: "keep" }),
      offer("U", "b", { land: "give" }),
      offer("S", "c", { guard: "post" }, { conditions: [provided("T", "land", "keep")] }),
    );
    expect(setsOf(composed)).toEqual(["ac", "b"]);
    expect(composed.forks.map(({ alternatives }) => alternatives.map(ids))).toEqual([["ac", "b"]]);
  });

  test("the same id in two channels is two offers", () => {
    const { closing } = compose(offer("S", "a", { guard: "post" }), offer("T", "a", { land: "keep" }));
    expect(closing).toMatchObject({ kind: "closes", set: { choices: { guard: "post", land: "keep" } } });
  });

  test("a condition is met in the channel that it names alone", () => {
    expect(compose(post(), offer("U", "c", { land: "keep" })).closedSets.map(({ offers }) => ids(offers))).toEqual([
      "c",
    ]);
  });

  test("the only closed set does not close when it breaks a rule of the agenda", () => {
    const ruled = { ...agenda, rules: [forbid("r1", when({ land: "keep", guard: "post" }))] };
    const composed = composeOf(ruled, channelsWith([post(), keep()]));
    expect(composed.closing).toEqual({ kind: "breaks rules", rules: ["r1"] });
    expect(composed.closedSets).toMatchObject([{ breaks: ["r1"] }]);
  });

  test("a set that settles every issue is complete", () => {
    const { closing } = compose(offer("S", "a", { land: "keep", guard: "none", money: "some", flag: "red" }));
    expect(closing).toMatchObject({ kind: "closes", set: { complete: true, open: [] } });
  });

  test("forty agreed offers in twenty contradictions are counted exactly and listed in part", () => {
    const issues = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`i${at}`, ["x", "y"]]));
    const wide = scenario({ issues, sheets: {} }).agenda;
    const offers = Object.keys(issues).flatMap((issue) => [
      offer("S", `${issue}x`, { [issue]: "x" }),
      offer("T", `${issue}y`, { [issue]: "y" }),
    ]);
    const composed = composeOf(wide, channelsWith(offers));
    expect(composed).toMatchObject({ status: { kind: "exact" }, count: String(2 ** 20) });
    expect(composed.closedSets.length).toBe(100);
    expect(composed.forks.length).toBe(20);
  });

  test("without steps enough it says so, and every set shown is closed all the same", () => {
    const issues = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`i${at}`, ["x", "y"]]));
    const wide = scenario({ issues, sheets: {} }).agenda;
    const chain = Array.from({ length: 29 }, (_, at) =>
      offer("S", `o${at}`, { [`i${at}`]: at % 2 === 0 ? "x" : "y", [`i${at + 1}`]: at % 2 === 0 ? "x" : "y" }),
    );
    const composed = composeOf(wide, channelsWith(chain), { steps: 200 });
    expect(composed.status).toMatchObject({ kind: "bounded", reason: expect.stringContaining("29 agreed offers") });
    expect(composed.closing.kind).toBe("unknown");
    expect(composed.closedSets.length).toBeGreaterThan(0);
    const byId = new Map(chain.map(({ offer: each }) => [each.id, each]));
    for (const { offers } of composed.closedSets) {
      expect(isClosed(offers.map((ref) => byId.get(ref.offer)!))).toBe(true);
    }
    expect(composeOf(wide, channelsWith(chain)).status).toEqual({ kind: "exact" });
  });
});

describe("what waits", () => {
  test("a condition is contradicted when its channel agreed another option, and by what", () => {
    const { waiting } = compose(post(), offer("T", "b", { land: "give" }));
    expect(waiting).toMatchObject([
      { offer: { offer: "a" }, conditions: [{ state: "contradicted", against: [{ channel: "T", offer: "b" }] }] },
    ]);
  });

  test("what would meet a condition but differs elsewhere clashes", () => {
    const { waiting } = compose(
      offer("S", "a", { guard: "post", money: "none" }, { conditions: [provided("T", "land", "keep")] }),
      offer("T", "b", { land: "keep", money: "some" }),
    );
    expect(waiting).toMatchObject([
      {
        offer: { offer: "a" },
        conditions: [{ state: "contradicted", clashing: [{ offer: "b" }] }],
        contradicts: [{ offer: "b" }],
      },
    ]);
  });

  test("an unmet circle of three is shown as a circle in its order, with what to accept", () => {
    const { circles, closing } = compose(
      offer("S", "a", { guard: "post" }, { conditions: [provided("T", "land", "keep")] }),
      offer("T", "b", { land: "keep" }, { conditions: [provided("U", "money", "some")], status: live }),
      offer("U", "c", { money: "some" }, { conditions: [provided("S", "guard", "post")] }),
    );
    expect(closing.kind).toBe("nothing");
    expect(circles).toMatchObject([
      { closed: false, wouldClose: true, toAccept: [{ channel: "T", offer: "b" }], offers: [{}, {}, {}] },
    ]);
    expect(circles[0]!.ring.map(({ offer: ref, waitsOn }) => `${ref.offer} on ${waitsOn.channel}`)).toEqual([
      "a on T",
      "b on U",
      "c on S",
    ]);
  });

  test("no circle is left where another closed offer meets the condition", () => {
    const { circles } = compose(post({ status: live }), keep({ status: live }), offer("T", "c", { land: "keep" }));
    expect(circles).toEqual([]);
  });

  test("supposals and offers past their time meet nothing", () => {
    const until = minute(5);
    const channels = channelsWith([
      post(),
      keep({ status: live, kind: "supposal" }),
      offer("T", "c", { land: "keep" }, { status: live, until }),
    ]);
    expect(composeOf(agenda, channels, { at: minute(6) }).waiting).toMatchObject([{ conditions: [{ couldMeet: [] }] }]);
    expect(composeOf(agenda, channels, { at: minute(5) }).waiting).toMatchObject([
      { conditions: [{ couldMeet: [{ offer: "c" }] }] },
      {},
    ]);
  });
});

describe("if it were accepted", () => {
  test("accepting the last of a circle closes all of it", () => {
    const channels = channelsWith([post(), keep({ status: live })]);
    const then = composeIfAccepted(agenda, channels, { channel: "T", offer: "b" })!;
    expect(ids(then.closesToo)).toBe("ab");
    expect(then.settles).toEqual(["guard", "land"]);
    expect(composeOf(agenda, channels).closing.kind).toBe("nothing");
  });

  test("nothing is said of an offer that cannot be accepted", () => {
    const channels = channelsWith([post(), keep({ status: live, kind: "supposal" })]);
    expect(composeIfAccepted(agenda, channels, { channel: "S", offer: "a" })).toBeUndefined();
    expect(composeIfAccepted(agenda, channels, { channel: "T", offer: "b" })).toBeUndefined();
    expect(composeIfAccepted(agenda, channels, { channel: "X", offer: "b" })).toBeUndefined();
  });
});

/** The definition, read off. */
function isClosed(set: readonly Offer[]): boolean {
  const chosen: Record<string, string> = {};
  for (const { choices } of set) {
    for (const [issue, option] of Object.entries(choices)) {
      if (chosen[issue] !== undefined && chosen[issue] !== option) return false;
      chosen[issue] = option;
    }
  }
  return set.every(({ conditions }) =>
    conditions.every((condition) =>
      set.some((other) => {
        return other.channel === condition.channel && condition.options.includes(other.choices[condition.issue] ?? "");
      }),
    ),
  );
}

function closedByDefinition(offers: readonly Offer[]): readonly string[] {
  const closed: number[] = [];
  for (let bits = 1; bits < 2 ** offers.length; bits++) {
    if (isClosed(offers.filter((_, at) => (bits >> at) & 1))) closed.push(bits);
  }
  const largest = closed.filter((bits) => !closed.some((other) => other !== bits && (bits & other) === bits));
  return largest.map((bits) => offers.flatMap(({ id }, at) => ((bits >> at) & 1 ? [id] : [])).join(" ")).sort();
}

const options = ["x", "y", "z"];
const option = fc.constantFrom(...options);
const randomOffers = fc
  .array(
    fc.record({
      channel: fc.constantFrom("S", "T", "U"),
      choices: fc.dictionary(fc.constantFrom("i0", "i1", "i2", "i3", "i4"), option, { minKeys: 1, maxKeys: 2 }),
      conditions: fc.array(
        fc.record({
          channel: fc.constantFrom("S", "T", "U"),
          issue: fc.constantFrom("i0", "i1", "i2", "i3", "i4"),
          options: fc.subarray(options, { minLength: 1 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ channel, ...rest }, at) => offer(channel, `o${at}`, { ...rest.choices }, { ...rest })),
  );

const five = scenario({
  issues: Object.fromEntries(["i0", "i1", "i2", "i3", "i4"].map((id) => [id, options])),
  sheets: {},
}).agenda;

test("closed sets are those of the definition, by trying every subset", () => {
  let several = 0;
  fc.assert(
    fc.property(randomOffers, (offers) => {
      const composed = composeOf(five, channelsWith(offers), { listed: 10_000 });
      const expected = closedByDefinition(offers.map((each) => each.offer));
      const got = composed.closedSets.map(({ offers: refs }) => {
        const known = new Set(refs.map((ref) => ref.offer));
        return offers.flatMap(({ offer: { id } }) => (known.has(id) ? [id] : [])).join(" ");
      });
      expect([...got].sort()).toEqual(expected);
      expect(composed.count).toBe(String(expected.length));
      if (expected.length > 1) several++;
      const inAll = offers.flatMap(({ offer: { id } }) =>
        expected.length > 0 && expected.every((set) => set.split(" ").includes(id)) ? [id] : [],
      );
      expect(composed.core.map((ref) => ref.offer).sort()).toEqual(inAll.sort());
    }),
    { numRuns: 600, seed: 4 },
  );
  expect(several).toBeGreaterThan(100);
});

test("the order of channels and offers changes no closed set", () => {
  fc.assert(
    fc.property(randomOffers, (offers) => {
      const there = setKeys(composeOf(five, channelsWith(offers)));
      expect(setKeys(composeOf(five, channelsWith(offers.toReversed()).toReversed()))).toEqual(there);
    }),
    { numRuns: 200, seed: 5 },
  );
});

test("an offer is either in a closed set or shown as waiting, and each circle goes round", () => {
  fc.assert(
    fc.property(randomOffers, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, isLive) => {
      const offers = all.map((each, at) => (isLive[at] ? { ...each, status: live } : each));
      const composed = composeOf(five, channelsWith(offers), { listed: 10_000 });
      const closed = new Set(composed.closedSets.flatMap(({ offers: refs }) => refs.map((ref) => ref.offer)));
      const waits = new Set(composed.waiting.map((each) => each.offer.offer));
      for (const {
        offer: { id },
      } of offers)
        expect(closed.has(id) !== waits.has(id)).toBe(true);
      const byId = new Map(offers.map((each) => [each.offer.id, each.offer]));
      for (const { ring, offers: members, closed: isClosedCircle } of composed.circles) {
        expect(members.every((ref) => closed.has(ref.offer))).toBe(isClosedCircle);
        ring.forEach(({ offer: ref, waitsOn }, at) => {
          const next = byId.get(ring[(at + 1) % ring.length]!.offer.offer)!;
          expect(byId.get(ref.offer)!.conditions).toContain(waitsOn);
          expect(next.channel).toBe(waitsOn.channel);
          expect(waitsOn.options).toContain(next.choices[waitsOn.issue]);
        });
      }
    }),
    { numRuns: 400, seed: 6 },
  );
});

function setKeys({ closedSets }: Composition): readonly string[] {
  return closedSets
    .map(({ offers }) =>
      offers
        .map((ref) => ref.offer)
        .sort()
        .join(" "),
    )
    .sort();
}
