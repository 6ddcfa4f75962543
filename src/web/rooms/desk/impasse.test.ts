import { expect, test } from "vitest";
import { type ChannelState, composeOf } from "#room";
import {
  accept,
  agreed,
  done,
  happenedIn,
  later,
  offer,
  proposal,
  reject,
  supposal,
  type TrialRoom,
  trialAgenda,
  trialRoom,
  withdraw,
} from "../../../../test/tried-negotiation.ts";
import { momentsOf } from "../timeline/moments.ts";
import { caucusPlan, reachableSeats } from "./caucus-plan.ts";
import { commonGround } from "./common-ground.ts";
import { issueStandings } from "./issue-standings.ts";

function channelsOf(room: TrialRoom): readonly ChannelState[] {
  return [...room.streams.values()].flatMap((state) => (state.kind === "channel" ? [state] : []));
}

function standingsOf(room: TrialRoom) {
  const channels = channelsOf(room);
  return issueStandings(trialAgenda, channels, momentsOf(happenedIn(room)), composeOf(trialAgenda, channels));
}

function groundOf(room: TrialRoom) {
  return commonGround(trialAgenda, channelsOf(room), momentsOf(happenedIn(room)));
}

test("what nobody has named comes first, then what has not moved for longest, settled issues last", () => {
  const room = trialRoom();
  later(room);
  done(room.send("ua", "security", offer("s1", { force: "light" })));
  later(room);
  done(room.send("ru", "security", offer("s2", { backstop: "no" })));
  later(room);
  agreed(room, "territory", offer("t1", { line: "freeze" }), "ua", "ru");
  expect(standingsOf(room).map(({ issue, state }) => [issue, state])).toEqual([
    ["pace", "open"],
    ["force", "open"],
    ["backstop", "open"],
    ["line", "settled"],
  ]);
});

test("repeating a position is no move, another option is, and acceptance takes the other's position", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "light" })));
  later(room);
  done(room.send("ua", "security", offer("s2", { force: "light", backstop: "no" })));
  const still = standingsOf(room).find(({ issue }) => issue === "force");
  expect(still).toMatchObject({ moves: 1, lastMove: { party: "UA", offer: "s1", how: "tabled" } });
  later(room);
  done(room.send("ru", "security", offer("s3", { force: "none" })));
  later(room);
  done(room.send("ua", "security", accept("s3")));
  const moved = standingsOf(room).find(({ issue }) => issue === "force");
  expect(moved).toMatchObject({ moves: 3, lastMove: { party: "UA", offer: "s3", how: "accepted" } });
  expect(moved?.positions.map(({ party, option }) => [party, option])).toEqual([
    ["UA", "none"],
    ["RU", "none"],
  ]);
});

test("a supposal is no move and no position: it is shown as floated; a mediator's proposal is neither", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "heavy" })));
  later(room);
  done(room.send("ua", "security", supposal("s2", { force: "light" })));
  done(room.send("mediator", "security", proposal("s3", { force: "none" })));
  const force = standingsOf(room).find(({ issue }) => issue === "force");
  expect(force).toMatchObject({ moves: 1, floated: [{ party: "UA", option: "light" }] });
  expect(force?.positions).toMatchObject([{ party: "UA", option: "heavy" }]);
});

test("a withdrawal is a move on every issue of the offer", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "light", backstop: "no" })));
  later(room);
  done(room.send("ua", "security", withdraw("s1")));
  for (const issue of ["force", "backstop"])
    expect(standingsOf(room).find((one) => one.issue === issue)?.lastMove?.how).toBe("withdrew");
});

test("common ground is what all whose consent is needed have named, at whatever time, with who has only supposed it", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "light" })));
  done(room.send("ru", "security", supposal("s2", { force: "light", backstop: "no" })));
  expect(groundOf(room).shared).toEqual([]);
  expect(groundOf(room).oneWanting).toMatchObject([{ issue: "force", option: "light", wanting: ["US"] }]);
  done(room.send("us", "security", accept("s1")));
  expect(groundOf(room).shared).toEqual([
    { issue: "force", option: "light", by: { UA: "tabled", RU: "supposed", US: "accepted" }, wanting: [] },
  ]);
  // EU has a seat and no veto: it is not waited for
  expect(trialAgenda.consent).not.toContain("EU");
});

test("a package that all stood behind once is listed although it was never agreed", () => {
  const room = trialRoom();
  done(room.send("ua", "security", offer("s1", { force: "light" })));
  done(room.send("ru", "security", accept("s1")));
  done(room.send("ru", "security", reject("s1")));
  expect(groundOf(room).packages).toEqual([]);
  done(room.send("us", "security", accept("s1")));
  expect(groundOf(room).packages).toMatchObject([{ ref: { channel: "security", offer: "s1" } }]);
});

test("the draft from common ground breaks no rule of the agenda", () => {
  const room = trialRoom();
  for (const seat of ["ua", "ru", "us"]) {
    done(room.send(seat, "plenary", offer(`${seat}-1`, { force: "heavy", pace: "slow" })));
    done(room.send(seat, "plenary", offer(`${seat}-2`, { line: "back", pace: "fast" })));
  }
  const { shared, draft, draftIsSettlement } = groundOf(room);
  expect(shared).toHaveLength(4);
  // a heavy force does not go with a line that moves
  expect(draft).toEqual({ force: "heavy", pace: "slow" });
  expect(draftIsSettlement).toBe(false);
});

test("a caucus has the mediator and the delegation's seats that have joined, and the room convenes it", () => {
  const room = trialRoom();
  const guests = reachableSeats(room.hall(), "UA").map(({ id }) => id);
  expect(guests).toEqual(["ua", "ua-support", "ua-mandator"]);
  const plan = caucusPlan(room.hall(), "mediator", guests, "Caucus with UA");
  const wordKeys = Object.fromEntries(plan.members.map((member) => [member, "sealed"]));
  expect(room.send("mediator", "new", { kind: "convene", plan, wordKeys }).ok).toBe(true);
  done(room.send("convenor", "hall", { kind: "remove seat", seat: "ua-support" }));
  expect(reachableSeats(room.hall(), "UA").map(({ id }) => id)).toEqual(["ua", "ua-mandator"]);
});
