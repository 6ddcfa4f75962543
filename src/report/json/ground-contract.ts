import { z } from "zod";
import { answer } from "./contract-parts.ts";
import type { JudgedContract } from "./judged-contract.ts";

/** The tiers on the ground and the tables of `entente.durability-answer/1`. Shapes stand in it only when asked for. */
export function groundContract({ id, evidence }: JudgedContract) {
  const measure = z
    .strictObject({
      answer: answer(z.number()),
      unit: z.enum(["km", "km2", "troops", "brigades", "troops per km"]),
      basis: z.exactOptional(z.string().describe("what it is only as good as")),
    })
    .meta({ id: "measure" });
  const geometry = z.exactOptional(
    z
      .strictObject({
        type: z.enum(["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]),
        coordinates: z.array(z.unknown()),
      })
      .meta({ id: "geometry", description: "as in GeoJSON; only with --geometry" }),
  );
  const chosen = {
    issue: id,
    issueName: z.string(),
    option: z.exactOptional(id.describe("absent: the issue is open")),
    optionName: z.exactOptional(z.string()),
  };
  const side = z.strictObject({ party: id, depthKm: z.number(), geometry, areaKm2: measure }).meta({ id: "side" });
  const patrol = z
    .strictObject({
      option: id,
      name: z.string(),
      chosen: z.boolean(),
      troops: measure,
      perKm: measure.describe("on the line as drawn"),
      perPublishedKm: z.exactOptional(measure.describe("on the lengths that others have published")),
    })
    .meta({ id: "patrol" });
  const publishedKm = z.exactOptional(z.strictObject({ measure, sources: z.array(id) }));
  const quantity = z.strictObject({ name: z.string(), low: z.number(), high: z.number(), unit: z.string() });
  const limits = z.array(
    z.strictObject({ ...chosen, what: z.exactOptional(z.string()), quantities: z.array(quantity) }),
  );
  const tier = {
    id,
    name: z.string(),
    note: z.exactOptional(z.string()),
    geometry,
    areaKm2: measure,
    gaps: z.array(z.string()).describe("what is not known, and why"),
  };
  return z.strictObject({
    tiers: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          ...tier,
          kind: z.literal("demilitarised-zone"),
          depth: z.strictObject(chosen),
          bySide: z.array(side),
          landKm2: measure,
          lengthKm: measure,
          publishedKm,
          patrols: z.array(patrol),
        }),
        z.strictObject({ ...tier, kind: z.literal("forces"), party: id, limits }),
        z.strictObject({
          ...tier,
          kind: z.literal("presence"),
          parties: z.array(id),
          presence: z.strictObject(chosen),
          troops: measure,
          brigades: measure,
          brigadesAsTroops: z.exactOptional(measure),
          troopsPerBrigade: z.exactOptional(z.strictObject({ low: z.number(), high: z.number(), evidence })),
          nearestKm: measure,
          farthestKm: measure,
          limits,
        }),
      ]),
    ),
    tables: z.array(
      z.strictObject({
        tier: id,
        name: z.string(),
        lengthKm: measure,
        publishedKm,
        depthIssue: id,
        depths: z.array(
          z.strictObject({
            option: id,
            name: z.string(),
            areaKm2: measure,
            landKm2: measure,
            bySide: z.array(side),
          }),
        ),
        patrolIssue: z.exactOptional(id),
        patrols: z.array(patrol),
      }),
    ),
  });
}
