import { expect, test } from "vitest";
import {
  accept,
  agreed,
  move,
  offer,
  proposal,
  reject,
  reopen,
  rule,
  secret,
  statusOf,
  supposal,
  vote,
} from "./trial/moves.ts";
import { done, hallStream, trialRoom } from "./trial/trial-room.ts";

const light = { force: "light" };

test("R5.1 offers are accepted and rejected by a party's negotiator", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  for (const seat of ["ua-support", "ua-mandator", "mediator", "chair", "observer"]) {
    expect(rule(room.send(seat, "security", accept("o")))).toBe("R5.1");
    expect(rule(room.send(seat, "security", reject("o")))).toBe("R5.1");
  }
  done(room.send("eu", "security", reject("o")));
  done(room.send("ua", "security", accept("o")));
});

test("R5.2 only what is live is accepted, and not after its time", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light, { until: "2026-11-23T14:00:00.000Z" })));
  room.clock = "2026-11-23T14:00:00.000Z";
  done(room.send("us", "security", accept("o")));
  room.clock = "2026-11-23T14:00:00.001Z";
  expect(rule(room.send("ua", "security", accept("o")))).toBe("R5.2");
  done(room.send("ru", "security", { kind: "withdraw", offer: "o" }));
  expect(rule(room.send("ua", "security", accept("o")))).toBe("R5.2");
});

test("R5.3 a supposal cannot be accepted", () => {
  const room = trialRoom();
  done(room.send("ru", "security", supposal("s", light)));
  expect(rule(room.send("ua", "security", accept("s")))).toBe("R5.3");
  done(room.send("ua", "security", reject("s")));
});

test("R5.4 to table an offer is to accept it; a supposal and a proposal are nobody's acceptance", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  done(room.send("ru", "security", supposal("s", light)));
  done(room.send("mediator", "security", proposal("p", light)));
  const acceptedBy = (id: string) => {
    const status = room.channel("security").offers.get(id)?.status;
    return status?.kind === "live" ? status.acceptedBy : undefined;
  };
  expect(["o", "s", "p"].map(acceptedBy)).toEqual([["RU"], [], []]);
});

test("R5.5 a delegation accepts once", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  expect(rule(room.send("ru", "security", accept("o")))).toBe("R5.5");
  done(room.send("us", "security", accept("o")));
  expect(rule(room.send("us", "security", accept("o")))).toBe("R5.5");
});

test("R5.5 once the last that was waited for has left, those who accepted may confirm it", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  done(room.send("us", "security", accept("o")));
  done(room.send("mediator", "security", { kind: "remove member", seat: "ua" }));
  expect(statusOf(room, "security", "o")).toBe("live");
  done(room.send("us", "security", accept("o")));
  expect(statusOf(room, "security", "o")).toBe("provisionally agreed");
});

test("R5.6 an offer is agreed with the acceptance that completes those of the deciding delegations", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  done(room.send("eu", "security", accept("o")));
  done(room.send("us", "security", accept("o")));
  expect(statusOf(room, "security", "o")).toBe("live");
  const [append] = done(room.send("ua", "security", accept("o")));
  expect(append?.events).toEqual([
    { kind: "accepted", offer: "o", delegation: "UA" },
    { kind: "provisionally agreed", offer: "o" },
  ]);
});

test("R5.6 a mediator's proposal is agreed by all the deciding delegations", () => {
  const room = trialRoom();
  agreed(room, "territory", proposal("p", { line: "freeze" }), "mediator", "ua", "ru");
});

test("R5.6 a party alone with the mediator agrees nothing with itself", () => {
  const room = trialRoom();
  const caucus = secret(room, "caucus", "mediator", "ua");
  done(room.send("ua", caucus, offer("o", light)));
  expect(statusOf(room, caucus, "o")).toBe("live");
  done(room.send("mediator", caucus, proposal("p", light)));
  done(room.send("ua", caucus, accept("p")));
  expect(statusOf(room, caucus, "p")).toBe("live");
});

test("R5.6 parties none of whose consent is needed agree nothing among themselves", () => {
  const room = trialRoom();
  const back = secret(room, "back channel", "eu", "us");
  done(room.send("eu", back, offer("o", light)));
  done(room.send("us", back, accept("o"))); // the one that decides, and its counterpart
  expect(statusOf(room, back, "o")).toBe("provisionally agreed");
  done(room.send("eu", back, offer("p", light)));
  done(room.send("convenor", hallStream, { kind: "remove seat", seat: "us" }));
  expect(rule(room.send("eu", back, accept("p")))).toBe("R5.5");
});

test("R5.7 a live offer of another delegation is rejected once, and stays on the table", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  expect(rule(room.send("ru", "security", reject("o")))).toBe("R5.7");
  done(room.send("us", "security", accept("o")));
  done(room.send("us", "security", reject("o")));
  expect(rule(room.send("us", "security", reject("o")))).toBe("R5.7");
  done(room.send("ua", "security", accept("o")));
  expect(statusOf(room, "security", "o")).toBe("live");
  done(room.send("us", "security", accept("o")));
  expect(statusOf(room, "security", "o")).toBe("provisionally agreed");
  expect(rule(room.send("us", "security", reject("o")))).toBe("R5.7");
});

test("R5.8 a reason names an issue that the offer decides, or the whole", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("o", light)));
  const because = (issue: string) => {
    return { kind: "reject", offer: "o", reasons: [{ issue, words: { plain: "too few" } }] } as const;
  };
  expect(rule(room.send("us", "security", because("backstop")))).toBe("R5.8");
  expect(rule(room.send("us", "security", because("toString")))).toBe("R5.8");
  done(room.send("us", "security", because("force")));
  done(room.send("ua", "security", { kind: "reject", offer: "o", reasons: [{ words: { plain: "all of it" } }] }));
});

test("R5.9 what is provisionally agreed is reopened by any delegation that decides, and is gone then", () => {
  const room = trialRoom();
  done(room.send("ru", "security", offer("live", light)));
  expect(rule(room.send("ru", "security", reopen("live")))).toBe("R5.9");
  agreed(room, "security", offer("o", light), "ua", "ru", "us");
  expect(rule(room.send("eu", "security", reopen("o")))).toBe("R5.9");
  expect(rule(room.send("mediator", "security", reopen("o")))).toBe("R5.9");
  done(room.send("us", "security", reopen("o")));
  expect(room.channel("security").offers.get("o")?.status).toMatchObject({ kind: "reopened", by: "US" });
  expect(rule(room.send("ua", "security", accept("o")))).toBe("R5.2");
});

test("R5.10 what an adopted settlement closes is not reopened before the settlement is", () => {
  const room = trialRoom();
  agreed(room, "security", offer("o", light), "ua", "ru", "us");
  const settlement = { ...light, backstop: "no", line: "freeze", pace: "slow" };
  done(room.send("chair", "plenary", move("m", settlement, ["security", "o"])));
  for (const seat of ["ua", "ru", "us"]) done(room.send(seat, "plenary", vote("m")));
  // the support in the group on security does not sit in the plenary: what the plenary adopted cannot stand in the way there
  done(room.send("ua-support", "security", { kind: "remove member", seat: "ua-support" }));
  expect(rule(room.send("us", "security", reopen("o")))).toBe("R5.10");
  done(room.send("us", "plenary", { kind: "reopen settlement", motion: "m", reason: "new facts" }));
  done(room.send("us", "security", reopen("o")));
});
