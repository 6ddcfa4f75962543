import { expect, test } from "vitest";
import { run, type Signal } from "#prelude";
import { interruptible } from "./interruptible.ts";
import type { Search } from "./search.ts";

/** Counts to `end`, telling each number, and returns how far it got and what it heard. */
function* counting(end: number): Search<{ reached: number; heard: Signal[] }> {
  const heard: Signal[] = [];
  for (let done = 1; done <= end; done++) {
    const signal = yield { phase: "counting", done, of: end, refinable: done > 1 };
    heard.push(signal);
    if (signal === "finish") return { reached: done, heard };
  }
  return { reached: end, heard };
}

test("a search inside another runs as it would alone, and was not stopped", () => {
  expect(run(interruptible(counting(3)))).toEqual({
    value: { reached: 3, heard: ["continue", "continue", "continue"] },
    stopped: false,
  });
});

test("its progress is passed on unchanged, and a word to finish reaches it and is remembered", () => {
  const search = interruptible(counting(5));
  expect(search.next("continue").value).toEqual({ phase: "counting", done: 1, of: 5, refinable: false });
  expect(search.next("continue").value).toEqual({ phase: "counting", done: 2, of: 5, refinable: true });
  expect(search.next("finish")).toEqual({
    done: true,
    value: { value: { reached: 2, heard: ["continue", "finish"] }, stopped: true },
  });
});

test("a search that goes on after it was told to finish still counts as stopped", () => {
  function* stubborn(): Search<string> {
    yield { phase: "stubborn", done: 1, refinable: true };
    yield { phase: "stubborn", done: 2, refinable: true };
    return "to its end";
  }
  const search = interruptible(stubborn());
  search.next("continue");
  search.next("finish");
  expect(search.next("continue").value).toEqual({ value: "to its end", stopped: true });
});

test("a search without steps is over at once", () => {
  expect(run(interruptible(counting(0)))).toEqual({ value: { reached: 0, heard: [] }, stopped: false });
});
