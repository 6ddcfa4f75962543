import fc from "fast-check";
import { expect, test } from "vitest";
import { idMaker } from "./id-maker.ts";

test.each([
  ["60 Gb", "60_Gb"],
  ["19'' LCD", "19_LCD"],
  ["$5", "v5"],
  ["1e5", "v1e5"],
  ["Café au lait", "Cafe_au_lait"],
  ["__proto__", "proto"],
  ["constructor", "constructor_"],
  ["水", "fallback"],
  ["", "fallback"],
  ["c1-i20", "c1-i20"],
])("the name %j becomes the id %s", (name, id) => {
  expect(idMaker()(name, "fallback")).toBe(id);
});

test("ids are well formed and differ, letter case aside, whatever the names", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("a", "A", "a_2", "a 2", "x".repeat(80)))), (names) => {
      const makeId = idMaker();
      const ids = names.map((name, place) => makeId(name, `value_${place}`));
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
      expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
    }),
  );
});

test("twenty thousand equal names are told apart at once", () => {
  const makeId = idMaker();
  const ids = Array.from({ length: 20_000 }, () => makeId("same", "value"));
  expect(new Set(ids).size).toBe(20_000);
});
