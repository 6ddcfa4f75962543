import fc from "fast-check";
import { expect, test } from "vitest";
import { priorityQueue } from "./priority-queue.ts";

test("whatever is put in and taken out in between, the smallest item leaves first", () => {
  // undefined: take one out
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }), { maxLength: 60 }),
      (moves) => {
        const queue = priorityQueue<number>((a, b) => a < b);
        let waiting: number[] = [];
        for (const move of moves) {
          if (move === undefined) {
            waiting = waiting.sort((a, b) => a - b);
            expect(queue.pop()).toBe(waiting.shift());
          } else {
            queue.push(move);
            waiting.push(move);
          }
          expect(queue.size()).toBe(waiting.length);
        }
        const rest = Array.from({ length: queue.size() }, () => queue.pop());
        expect(rest).toEqual(waiting.sort((a, b) => a - b));
        expect(queue.pop()).toBeUndefined();
      },
    ),
  );
});
