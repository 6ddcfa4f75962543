import { expect, test } from "vitest";
import { actorTable } from "./actor-table.ts";

test("a table of actors is told apart from a game and from a conflict, and that it is not read", () => {
  expect(actorTable("data/actors.CSV")).toContain("spatial models of bargaining");
  expect(actorTable("game.efg")).toBe("");
});
