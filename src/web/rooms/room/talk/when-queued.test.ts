import { expect, test } from "vitest";
import { whenQueued } from "./when-queued.ts";

test("a command is told as queued once, when a new one of its kind and stream is in the outbox", () => {
  const listeners = new Set<() => void>();
  let pending = [{ key: "k0", stream: "c", what: "say" }];
  const session = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => ({ pending }),
  };
  const add = (key: string, stream: string, what: string): void => {
    pending = [...pending, { key, stream, what }];
    for (const listener of [...listeners]) listener();
  };
  let told = 0;
  whenQueued(session, "c", "say", () => told++);
  add("k1", "d", "say");
  add("k2", "c", "accept");
  expect(told).toBe(0); // what waits there from before is not it either
  add("k3", "c", "say");
  add("k4", "c", "say");
  expect(told).toBe(1);
  expect(listeners.size).toBe(0);
});
