import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { keysOf, newKeptSeat, type Pending } from "#seat";
import { forgetSeat, keptSeats, keysAtHand, lock, unlock } from "./kept-seats.ts";
import { random } from "./random.ts";
import { markRead, readVersions } from "./read-marks.ts";
import { keepDraft, outboxOf, readDraft } from "./sealed-records.ts";
import { type SeatRecord, seatKey } from "./seat-record.ts";
import { openSeatStore } from "./seat-store.ts";

const negotiation = "a".repeat(32);
const delegationKey = "A".repeat(43);
const kept = newKeptSeat({ origin: "http://localhost", negotiation, seat: "b".repeat(32), delegationKey }, random);
const keys = keysOf(kept);
const id = seatKey(kept);
const record: SeatRecord = { id, negotiation, seat: kept.seat, secret: kept, state: "taken", since: "2026-11-23" };
const pending: Pending = {
  key: "c".repeat(32),
  t: "command",
  stream: "d".repeat(32),
  what: "table",
  text: "the text that was signed",
  signature: "e".repeat(128),
  queuedAt: "2026-11-23T12:00:00.000Z",
  place: 1,
};

afterEach(() => vi.unstubAllGlobals());

describe("what is kept of a seat", () => {
  test("is there for another tab and a later visit, and the other tab is told", async () => {
    const [first, second] = [openSeatStore("two-tabs"), openSeatStore("two-tabs")];
    const told = vi.fn();
    second.onChange(told);
    expect(await first.put("seat", record)).toEqual({ ok: true });
    expect(await second.get("seat", id)).toEqual(record);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith("seat"));
    await first.remove("seat", id);
    expect(await second.all("seat")).toEqual([]);
  });

  test("is changed in one step, and what is not there is not made", async () => {
    const store = openSeatStore("changes");
    await store.put("seat", record);
    await Promise.all([
      store.change("seat", id, (before) => ({ ...before, title: `${before.title ?? ""}x` })),
      store.change("seat", id, (before) => ({ ...before, title: `${before.title ?? ""}y` })),
    ]);
    expect((await store.get("seat", id))?.title).toHaveLength(2);
    await store.change("seat", "another", (before) => before);
    expect(await store.all("seat")).toHaveLength(1);
  });

  test("is held in memory where the browser keeps nothing, and the store says so", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    const store = openSeatStore("denied");
    await store.put("seat", record);
    expect(await store.get("seat", id)).toEqual(record);
    expect(store.trouble()).toEqual({ kind: "storage-denied" });
  });
});

describe("what a seat has begun to write", () => {
  test("comes back to its own keys, and lies sealed until then", async () => {
    await keepDraft(kept, keys, "a channel", "our last word");
    expect(await readDraft(kept, keys, "a channel")).toBe("our last word");
    expect(await readDraft(kept, keys, "another channel")).toBeUndefined();
    const other = keysOf({ ...kept, delegationKey: `${"A".repeat(42)}E` });
    expect(await readDraft(kept, other, "a channel")).toBeUndefined();
    const outbox = outboxOf(kept, keys);
    await outbox.put(pending);
    expect(await outbox.load()).toEqual([pending]);
    const lying = JSON.stringify([await keptSeats.all("draft"), await keptSeats.all("outbox")]);
    expect(lying).not.toContain("our last word");
    expect(lying).not.toContain("the text that was signed");
    await keepDraft(kept, keys, "a channel", "");
    await outbox.remove(pending.key);
    expect([await keptSeats.all("draft"), await outbox.load()]).toEqual([[], []]);
  });

  test("of another seat is not loaded", async () => {
    const outbox = outboxOf(kept, keys);
    await outbox.put(pending);
    expect(await outboxOf({ ...kept, seat: "f".repeat(32) }, keys).load()).toEqual([]);
    await outbox.remove(pending.key);
  });
});

test("how far a stream was read never goes back, and of marks made at once none is lost", async () => {
  await Promise.all([markRead(id, "stream", 5), markRead(id, "stream", 3), markRead(id, "other", 1)]);
  expect(await readVersions(id)).toEqual({ stream: 5, other: 1 });
});

test("a forgotten seat leaves nothing behind, and other seats stay", async () => {
  const other = { ...record, id: "other" };
  await keptSeats.put("seat", record, other);
  await keepDraft(kept, keys, "a channel", "begun");
  await outboxOf(kept, keys).put(pending);
  await markRead(id, "stream", 9);
  await forgetSeat(id);
  const left = await Promise.all([keptSeats.all("draft"), keptSeats.all("outbox"), keptSeats.all("read")]);
  expect(left).toEqual([[], [], []]);
  expect((await keptSeats.all("seat")).map((one) => one.id)).toEqual(["other"]);
});

test("a seat under a passphrase gives its keys to the passphrase alone, and no more once it is locked", async () => {
  const { sealKeptSeat } = await import("#seat");
  const sealed: SeatRecord = { ...record, secret: await sealKeptSeat(kept, "right and long enough", random) };
  expect(JSON.stringify(sealed)).not.toContain(kept.signing);
  expect(keysAtHand(sealed)).toBeUndefined();
  expect(await unlock(sealed, "wrong and long enough")).toBe(false);
  expect(keysAtHand(sealed)).toBeUndefined();
  expect(await unlock(sealed, "right and long enough")).toBe(true);
  expect(keysAtHand(sealed)).toEqual(kept);
  lock(id);
  expect(keysAtHand(sealed)).toBeUndefined();
});
