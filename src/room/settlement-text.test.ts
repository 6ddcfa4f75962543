import fc from "fast-check";
import { expect, test } from "vitest";
import { type SettlementTextParts, settlementText, settlementTextOf } from "./settlement-text.ts";
import { agreed, move, offer, vote } from "./trial/moves.ts";
import { trialAgenda } from "./trial/trial-agenda.ts";
import { done, trialRoom } from "./trial/trial-room.ts";

/** Any code units, halves of surrogate pairs and line ends among them. */
const codeUnit = fc.oneof(fc.nat({ max: 0x7f }), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.nat({ max: 0xffff }));
const anyText = fc.array(codeUnit, { maxLength: 4 }).map((units) => String.fromCharCode(...units));

const parts: SettlementTextParts = {
  negotiation: "n1",
  agendaDigest: "a".repeat(64),
  agenda: {
    ...trialAgenda,
    rules: trialAgenda.rules.slice(0, 1),
    issues: trialAgenda.issues.slice(0, 2).map((issue) => ({
      ...issue,
      options: issue.options.map((option) => ({
        ...option,
        ...(option.id === "light"
          ? {
              what: "Patrols,\nno armour",
              quantities: [{ name: "troops", low: 1500, high: 2500, unit: "people" }],
              place: "line",
              norm: { text: "Charter, article 2", sources: [] },
            }
          : {}),
      })),
    })),
  },
  title: 'The "trial"',
  motion: "m1",
  settlement: { force: "light", backstop: "no" },
  closes: [{ channel: "c1", offer: "o1" }],
};

test("R9.19 the text of a settlement is exact", () => {
  expect(settlementText(parts)).toBe(`ENTENTE SETTLEMENT 1
negotiation: "n1"
title: "The \\"trial\\""
agenda: "trial" "A ceasefire and who watches it"
agenda-sha256: "${"a".repeat(64)}"
motion: "m1"

PARTIES WHOSE CONSENT IS NEEDED
"UA" "Party UA"
"RU" "Party RU"
"US" "Party US"

SETTLEMENT
1. "force" "Issue force": "light" "Option light"
2. "backstop" "Issue backstop": "no" "Option no"

ANNEX A: WHAT THE OPTIONS ARE
1. what: "Patrols,\\nno armour"
1. quantity: "troops" 1500..2500 "people"
1. place: "line"
1. norm: "Charter, article 2"

ANNEX B: THE AGENDA'S RULES
"no-heavy-force-on-a-moving-line" "A heavy force cannot follow a line that moves."

ANNEX C: THE OFFERS IT CLOSES
"c1" "o1"
`);
});

test("R9.19 the order in which a client holds the choices changes no byte", () => {
  const { force = "", backstop = "" } = parts.settlement;
  expect(settlementText({ ...parts, settlement: { backstop, force } })).toBe(settlementText(parts));
});

test("R9.19 two settlements that differ in anything that is signed have different texts", () => {
  const written = fc.record({
    negotiation: anyText,
    title: anyText,
    motion: anyText,
    agendaDigest: anyText,
    force: fc.constantFrom("none", "light", "heavy"),
    closes: fc.array(fc.record({ channel: anyText, offer: anyText }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(written, written, ({ force, ...one }, { force: otherForce, ...other }) => {
      const first = settlementText({ ...parts, ...one, settlement: { ...parts.settlement, force } });
      const second = settlementText({ ...parts, ...other, settlement: { ...parts.settlement, force: otherForce } });
      expect(first === second).toBe(JSON.stringify([one, force]) === JSON.stringify([other, otherForce]));
    }),
  );
});

test("R9.19 whatever somebody names, each line stands and the last one ends", () => {
  fc.assert(
    fc.property(anyText, (title) => {
      const text = settlementText({ ...parts, title });
      expect(text.split("\n").length).toBe(settlementText(parts).split("\n").length);
      expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
      // JSON escapes what UTF-8 cannot carry, such as half of a pair of surrogates
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

test("R9.15 the digest that is adopted is that of the text which every client computes", () => {
  const room = trialRoom();
  agreed(room, "security", offer("o", { force: "light" }), "ua", "ru", "us");
  const settlement = { force: "light", backstop: "no", line: "freeze", pace: "slow" };
  done(room.send("chair", "plenary", move("m", settlement, ["security", "o"])));
  for (const seat of ["ua", "ru", "us"]) done(room.send(seat, "plenary", vote("m")));
  const motion = room.channel("plenary").motions.get("m");
  const asClient = { negotiation: "trial", agenda: trialAgenda, hall: room.hall() };
  const closes = [{ channel: "security", offer: "o" }];
  expect(motion?.digest).toBe(`digest of ${settlementTextOf(asClient, { motion: "m", settlement, closes })}`);
});
