import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { liveRecords } from "./live-records.ts";
import { openShelf } from "./open-shelf.ts";
import { packageRecord, savedOf } from "./shelf-fixture.ts";

test("a list follows what this tab and another one save, and stands still between", async () => {
  const [here, there] = [openShelf({ name: "live" }), openShelf({ name: "live" })];
  const live = liveRecords(here, "package", "ukraine-2025");
  expect(live.records()).toBeUndefined();
  const changed = vi.fn();
  const stop = live.subscribe(changed);
  savedOf(await here.save("package", packageRecord("a")));
  await vi.waitFor(() => expect(live.records()?.map(({ id }) => id)).toEqual(["a"]));
  savedOf(await there.save("package", packageRecord("b")));
  savedOf(await there.save("package", packageRecord("c", { scenario: "another" })));
  await vi.waitFor(() =>
    expect(
      live
        .records()
        ?.map(({ id }) => id)
        .sort(),
    ).toEqual(["a", "b"]),
  );
  expect(live.records()).toBe(live.records());
  expect(changed).toHaveBeenCalled();
  stop();
  here.close();
  there.close();
});
