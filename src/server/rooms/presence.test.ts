import { expect, test } from "vitest";
import { memoryStore, type Store } from "#store";
import { newHub } from "./hub.ts";
import { housePresence } from "./presence.ts";

/** Processes on one store and one clock, which is the test's. */
function house() {
  const store = memoryStore();
  let seconds = 0;
  let isReachable = true;
  const calls = { beHere: 0, here: 0 };
  const counted: Pick<Store, "beHere" | "here"> = {
    beHere: async (...given) => {
      calls.beHere += 1;
      if (!isReachable) throw new Error("out of reach");
      await store.beHere(...given);
    },
    here: async (...given) => {
      calls.here += 1;
      if (!isReachable) throw new Error("out of reach");
      return await store.here(...given);
    },
  };
  const clock = () => new Date(Date.parse("2026-11-23T13:00:00.000Z") + seconds * 1000).toISOString();
  const processes: ReturnType<typeof start>[] = [];
  function start(process: string) {
    const hub = newHub();
    const presence = housePresence({ store: counted, hub, clock, process });
    return {
      ...{ hub, presence },
      enter: (seat: string, negotiation = "talks") => {
        const told: string[][] = [];
        const nothing = (): void => {};
        const feed = { seat, grew: nothing, left: nothing, removed: nothing, bye: nothing };
        const leave = hub.add(negotiation, { ...feed, here: (text) => void told.push(JSON.parse(text).seats) });
        return { told, leave };
      },
    };
  }
  return {
    calls,
    reach: (is: boolean) => {
      isReachable = is;
    },
    started: (process: string) => {
      const one = start(process);
      processes.push(one);
      return one;
    },
    kill: (one: ReturnType<typeof start>) => void processes.splice(processes.indexOf(one), 1),
    pass: async (count: number) => {
      for (let passed = 0; passed < count; passed++) {
        seconds += 1;
        for (const { presence } of processes) await presence.tick();
      }
    },
  };
}

test("a seat hears of those on another process within four seconds of their coming and going", async () => {
  const { started, pass } = house();
  const [a, b] = [started("a"), started("b")];
  const fleet = a.enter("fleet");
  await pass(4);
  expect(fleet.told).toEqual([["fleet"]]);
  const line = b.enter("line");
  await pass(4);
  expect(fleet.told.at(-1)).toEqual(["fleet", "line"]);
  expect(line.told.at(-1)).toEqual(["fleet", "line"]);
  line.leave();
  await pass(4);
  expect(fleet.told).toEqual([["fleet"], ["fleet", "line"], ["fleet"]]);
});

test("nobody hears of those in another negotiation", async () => {
  const { started, pass } = house();
  const [a, b] = [started("a"), started("b")];
  const fleet = a.enter("fleet", "talks");
  b.enter("line", "other talks");
  await pass(30);
  expect(fleet.told).toEqual([["fleet"]]);
});

test("that a seat is connected to two processes, and that it leaves one of them, is told to nobody", async () => {
  const { started, pass } = house();
  const [a, b] = [started("a"), started("b")];
  const fleet = a.enter("fleet");
  a.enter("line");
  await pass(3);
  const again = b.enter("line");
  await pass(30);
  again.leave();
  await pass(30);
  expect(fleet.told).toEqual([["fleet", "line"]]);
});

test("seats of a process that was killed are gone within 46 seconds, those of one that lives stay for hours", async () => {
  const { started, kill, pass } = house();
  const [a, b, c] = [started("a"), started("b"), started("c")];
  const fleet = a.enter("fleet");
  b.enter("line");
  c.enter("town");
  await pass(7200);
  expect(fleet.told.at(-1)).toEqual(["fleet", "line", "town"]);
  const before = fleet.told.length;
  kill(b);
  await pass(20);
  expect(fleet.told.length).toBe(before);
  await pass(26);
  expect(fleet.told.slice(before)).toEqual([["fleet", "town"]]);
});

test("a process that stops takes its seats back at once", async () => {
  const { started, kill, pass } = house();
  const [a, b] = [started("a"), started("b")];
  const fleet = a.enter("fleet");
  const line = b.enter("line");
  await pass(3);
  line.leave();
  kill(b);
  await b.presence.close();
  await pass(3);
  expect(fleet.told.at(-1)).toEqual(["fleet"]);
});

test("while the database is out of reach one's own are told, and others are believed until their time is over", async () => {
  const { started, pass, reach } = house();
  const [a, b] = [started("a"), started("b")];
  const fleet = a.enter("fleet");
  b.enter("line");
  await pass(3);
  reach(false);
  const town = a.enter("town");
  await pass(1);
  expect(town.told).toEqual([["fleet", "line", "town"]]);
  await pass(45);
  expect(fleet.told.at(-1)).toEqual(["fleet", "town"]);
  reach(true);
  await pass(3);
  expect(fleet.told.at(-1)).toEqual(["fleet", "line", "town"]);
});

test("a minute in which nobody comes or goes costs three writes and thirty readings, however many negotiations there are", async () => {
  const { started, pass, calls } = house();
  const a = started("a");
  for (let index = 0; index < 50; index++) a.enter("fleet", `talks ${index}`);
  await pass(2);
  Object.assign(calls, { beHere: 0, here: 0 });
  await pass(60);
  expect(calls).toEqual({ beHere: 3, here: 30 });
});

test("a process with nobody on it asks and says nothing", async () => {
  const { started, pass, calls } = house();
  const a = started("a");
  await pass(60);
  expect(calls).toEqual({ beHere: 0, here: 0 });
  a.enter("fleet").leave(); // between two ticks
  await pass(60);
  expect(calls).toEqual({ beHere: 0, here: 0 });
});
