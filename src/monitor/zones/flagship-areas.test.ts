import { expect, test } from "vitest";
import { shippedNames, shippedScenario } from "../../../test/scenarios/shipped-scenario.ts";
import { areaOf, areasOf, inBoth } from "./areas.ts";
import { distanceToLine } from "./distance-to-line.ts";
import { shapeOnMap } from "./shape-on-map.ts";
import { shapeTrouble } from "./shape-trouble.ts";

const map = shippedScenario("ukraine-2025").map ?? { features: [], tiers: [] };
const shape = (id: string, kind: "line" | "area") => {
  const found = shapeOnMap(map, id, kind);
  if (!found.ok) throw new Error(found.error);
  return found.value.geometry;
};

test("the other side of the line is drawn no farther than 50 km from it, and meets it", () => {
  const { nearestKm, farthestKm } = distanceToLine(
    shape("russian-held-side", "area"),
    shape("line-of-contact", "line"),
  );
  expect(nearestKm).toBeLessThan(0.2);
  expect(farthestKm).toBeLessThan(52);
});

test("no ground is on both sides of the line", () => {
  const both = inBoth(areasOf(shape("ukrainian-held-side", "area")), areasOf(shape("russian-held-side", "area")));
  expect(areaOf(both)).toBeLessThan(150); // along 1,100 km the two outlines are coarse by some 100 m
});

test("the far west and the wide area lie on the Ukrainian-held side, and the wide one keeps 50 km off the line", () => {
  const held = areasOf(shape("ukrainian-held-side", "area"));
  for (const id of ["far-west", "wide"]) {
    const own = areasOf(shape(id, "area"));
    expect(areaOf(inBoth(own, held)) / areaOf(own)).toBeGreaterThan(0.999);
  }
  expect(distanceToLine(shape("wide", "area"), shape("line-of-contact", "line")).nearestKm).toBeGreaterThan(49.5);
  const longitudes = areasOf(shape("far-west", "area"))
    .flat(2)
    .map(([longitude]) => longitude);
  expect(Math.max(...longitudes)).toBeLessThanOrEqual(25);
});

test("every shape of every shipped map can be measured, and the coarse ones say that they are approximate", () => {
  for (const { map: shipped } of shippedNames.map(shippedScenario)) {
    for (const { id, geometry, approximate, note } of shipped?.features ?? []) {
      expect(shapeTrouble(geometry), id).toBeUndefined();
      if (geometry.type !== "Point") expect([approximate, (note ?? "").length > 20], id).toEqual([true, true]);
    }
  }
});
