import { expect, test } from "vitest";
import { crashRun } from "./crash-run.ts";

// the long run is `npm run test:crash`; its printed result is in docs/reference/crash-results.md
test("the server is killed six times and PostgreSQL once: nothing acknowledged is lost, doubled or reordered", async () => {
  const { serverKills, postmasterKills, judged, wires, resumed } = await crashRun(
    [
      {
        opening: [{ at: "after creating" }],
        working: [{ at: "after commit" }, { at: "while resuming" }, { at: "before append" }, "postmaster"],
      },
    ],
    { seed: 1, mostHits: 8 },
  );
  expect(judged.flatMap(({ faults }) => faults)).toEqual([]);
  expect([serverKills, postmasterKills]).toEqual([6, 1]);
  expect(judged[0]?.acknowledged).toBeGreaterThan(20);
  expect(judged[0]?.unanswered).toBe(0);
  expect(wires.asked).toBeGreaterThan(0);
  expect(wires.mostInFlight).toBeLessThanOrEqual(4);
  expect(resumed.server.length).toBeGreaterThan(2);
  expect(resumed.postmaster).toHaveLength(1);
}, 180_000);
