import { expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { at, newId } from "./store-samples.ts";

/** Who is connected to which process, as every store keeps it; `stores` are two on the same negotiations. */
export function presenceContract(stores: () => readonly [Store, Store]): void {
  test("keeps who is connected to each process until its time is over, and gives it out by negotiation", async () => {
    const [store, other] = stores();
    const [one, two, third, mine, theirs] = [newId(), newId(), newId(), `a${newId()}`, `b${newId()}`];
    const until = at(10);
    await store.beHere(
      mine,
      new Map([
        [one, ["b", "a", "b"]],
        [two, ["a"]],
      ]),
      { at: at(1), until },
    );
    await other.beHere(theirs, new Map([[one, ["c"]]]), { at: at(1), until: at(5) });
    const own = { negotiation: one, process: mine, seats: ["a", "b"], until };
    const beside = { negotiation: one, process: theirs, seats: ["c"], until: at(5) };
    expect(await other.here([one], at(2))).toEqual([own, beside]);
    expect(await other.here([third, two], at(2))).toEqual([{ negotiation: two, process: mine, seats: ["a"], until }]);
    expect(await other.here([], at(2))).toEqual([]);
    expect(await store.here([one], at(5))).toEqual([own]);
    expect(await store.here([one, two], until)).toEqual([]);
  });

  test("takes what a process says anew for what it said before, and leaves what it does not speak of", async () => {
    const [store, other] = stores();
    const [one, two, process] = [newId(), newId(), newId()];
    const seatsNow = async (time = at(2)) =>
      (await other.here([one, two], time)).map(({ negotiation, seats }) => [negotiation === one ? 1 : 2, ...seats]);
    const both = new Map([one, two].map((negotiation) => [negotiation, ["a"]]));
    await store.beHere(process, both, { at: at(1), until: at(10) });
    await store.beHere(process, new Map([[one, ["a", "b"]]]), { at: at(2), until: at(11) });
    expect((await seatsNow()).sort()).toEqual([
      [1, "a", "b"],
      [2, "a"],
    ]);
    expect(await seatsNow(at(10))).toEqual([[1, "a", "b"]]);
    await store.beHere(process, new Map([[one, []]]), { at: at(2), until: at(11) });
    expect(await seatsNow()).toEqual([[2, "a"]]);
    // whoever speaks next takes away what is over
    await other.beHere(newId(), new Map(), { at: at(10), until: at(20) });
    expect(await seatsNow(at(1))).toEqual([]);
  });
}
