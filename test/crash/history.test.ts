import { expect, test } from "vitest";
import type { Entry } from "#record";
import { type Attempt, faultsIn, type History } from "./history.ts";

/** Two seats, three commands each in one stream, one after the other. */
function soundHistory(): { attempts: Attempt[]; entries: Entry[] } {
  const attempts: Attempt[] = [];
  const entries: Entry[] = [stored(1, "opening")];
  for (let turn = 0; turn < 6; turn++) {
    const text = `command ${turn}`;
    const version = turn + 2;
    const seat = turn % 2 === 0 ? "A" : "B";
    entries.push(stored(version, text));
    attempts.push({
      ...{ key: `${turn}`, seat, stream: "s", kind: "command", text, askedAt: turn * 10, settledAt: turn * 10 + 5 },
      outcome: { kind: "done", stream: "s", version },
    });
  }
  return { attempts, entries };
}

function stored(version: number, command: string): Entry {
  const body = JSON.stringify({ author: "A", command });
  return { version, body, salt: "", hash: "", receipt: "" };
}

const judged = ({ attempts, entries }: { attempts: Attempt[]; entries: Entry[] }): readonly string[] => {
  const history: History = { attempts, streams: new Map([["s", entries]]), opening: "opening" };
  return [...new Set(faultsIn(history).map(({ what }) => what))];
};

test("a history in which everything acknowledged stands once, in order, has no fault", () => {
  expect(judged(soundHistory())).toEqual([]);
});

test("an unanswered command may stand or not, but not twice", () => {
  const history = soundHistory();
  const { outcome: _, settledAt: __, ...unanswered } = history.attempts[5]!;
  history.attempts[5] = unanswered;
  expect(judged(history)).toEqual([]);
  history.entries.pop();
  expect(judged(history)).toEqual([]);
  history.entries.push(stored(7, "command 5"), stored(8, "command 5"));
  expect(judged(history)).toEqual(["done twice"]);
});

test("whatever is lost, doubled, moved, invented or exchanged is found", () => {
  const lost = soundHistory();
  lost.entries.pop();
  expect(judged(lost)).toEqual(["acknowledged and lost"]);

  const doubled = soundHistory();
  doubled.entries.push(stored(8, "command 5"));
  expect(judged(doubled)).toEqual(["done twice"]);

  const moved = soundHistory();
  moved.entries.splice(3, 1);
  expect(judged(moved)).toEqual(["a gap", "acknowledged and lost"]);

  const invented = soundHistory();
  invented.entries.push(stored(8, "nobody's"));
  expect(judged(invented)).toEqual(["never asked for"]);

  const refused = soundHistory();
  refused.attempts[5] = { ...refused.attempts[5]!, outcome: { kind: "refused", rule: "R1.1", message: "" } };
  expect(judged(refused)).toEqual(["refused and done"]);
});

test("an order other than the author's, or than that of the acknowledgements, is found", () => {
  const own = soundHistory();
  const [third, fifth] = [own.entries[2]!, own.entries[4]!];
  own.entries[2] = { ...fifth, version: 3 };
  own.entries[4] = { ...third, version: 5 };
  expect(judged(own)).toContain("out of its author's order");

  const between = soundHistory();
  const [second, next] = [between.entries[1]!, between.entries[2]!];
  between.entries[1] = { ...next, version: 2 };
  between.entries[2] = { ...second, version: 3 };
  expect(judged(between)).toEqual(["acknowledged elsewhere", "before what was acknowledged earlier"]);
});
