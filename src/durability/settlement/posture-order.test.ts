import { expect, test } from "vitest";
import { type PostureAtStated, postureOrder } from "./posture-order.ts";

function posture(id: string, prize: number, intervention: number): PostureAtStated {
  return { id, prize, intervention, reason: undefined, restsOn: [], guessed: false };
}

test("a posture at which no prize pays stands alone above those at which one does", () => {
  const order = postureOrder(
    [posture("none", 66, 0.1), posture("wall", Number.POSITIVE_INFINITY, 0.9), posture("some", 84, 0.2)],
    false,
  );
  expect(order.result(0, 1)).toMatchObject({ status: "ordered", ranks: [["none"], ["some"], ["wall"]] });
});

test("postures that differ by rounding share a rank, and so do those at which no prize pays", () => {
  const order = postureOrder(
    [
      posture("one", 0.1 + 0.2, 0.1),
      posture("other", 0.3, 0.1),
      posture("wall", Number.POSITIVE_INFINITY, 0.9),
      posture("moat", Number.POSITIVE_INFINITY, 0.8),
    ],
    false,
  );
  expect(order.result(0, 1)).toMatchObject({
    ranks: [
      ["one", "other"],
      ["wall", "moat"],
    ],
  });
});

test("an order by chances of intervention alone is assumed, also where some of them let no prize pay", () => {
  const order = postureOrder(
    [
      posture("none", 66, 0.1),
      posture("wall", Number.POSITIVE_INFINITY, 1),
      posture("moat", Number.POSITIVE_INFINITY, 1),
    ],
    true,
  );
  expect(order.result(0, 1)).toMatchObject({ basis: "assumed", ranks: [["none"], ["wall", "moat"]] });
});
