import { endsOf, type Measure, type TierOnTheGround, type ZoneTable } from "#monitor";
import { unreachable } from "#prelude";
import { type Block, type Inline, inlines, type Section, series, type Text } from "../../document/document.ts";
import { groundShapes, landOf } from "../../plots/ground-shapes.ts";
import { tierMap } from "../../plots/tier-map.ts";
import { fixed } from "../../words/format-number.ts";
import { measureWords } from "../../words/measure-words.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { present } from "./some-blocks.ts";
import { tierWorth } from "./tier-worth.ts";

/** The tiers on the ground: drawn, measured, and what limits the forces in them. */
export function tiersSection(context: DurabilityContext): Section | undefined {
  const { scenario, ground } = context;
  const { map } = scenario;
  if (!map || !ground || ground.tiers.length === 0) return undefined;
  const { tiers, tables } = ground;
  const shapes = groundShapes(map, tiers);
  const land = landOf(map);
  return {
    id: "tiers",
    title: "On the ground",
    answer: tiersSentences(context, tiers),
    blocks: [
      {
        kind: "figure",
        sentence:
          "Land outline: Natural Earth, public domain. No frontier is drawn as such: where an area ends it follows the atlas, coarsely, and no shape says whose land it is.",
        undrawn: "",
        draw: (width, id) =>
          tierMap({
            id,
            width,
            title: "The tiers on the ground",
            description: shapes.map(({ name }) => name).join("; "),
            shapes,
            ...(land ? { land } : {}),
          }),
        table: tierTable(context, tiers),
        open: true,
      },
      ...tables.flatMap((table) => [depthTable(context, table), ...present(patrolTable(table))]),
      ...tierWorth(context),
      ...limitsTable(tiers),
    ],
  };
}

/** How much ground is demilitarised, how thin the patrol is, how far away the presence stands. */
function tiersSentences({ subject }: DurabilityContext, tiers: readonly TierOnTheGround[]): Text {
  const sentences = tiers.flatMap((tier): readonly Text[] => {
    const name: Inline = { kind: "name", text: tier.name };
    switch (tier.kind) {
      case "demilitarised-zone": {
        const area = measureWords(tier.areaKm2);
        if (area === undefined) return [[name, ", of an area that is not known"]];
        if (endsOf(tier.areaKm2)?.high === 0) return [[name, ", none"]];
        const patrol = tier.patrols.find(({ chosen }) => chosen);
        const density = patrol && measureWords(patrol.perKm);
        return [
          [
            name,
            `, ${area} along ${measureWords(tier.lengthKm) ?? "a line of unknown length"}`,
            density === undefined ? "" : ` with ${density}`,
          ],
        ];
      }
      case "presence": {
        const nearest = measureWords(tier.nearestKm);
        const troops = measureWords(tier.troops) ?? "an unknown number of troops";
        if (endsOf(tier.troops)?.high === 0) return [[name, ", none"]];
        return [
          [
            name,
            `, ${troops}`,
            nearest === undefined || tier.geometry === undefined
              ? ", none of them on the ground"
              : `, at least ${nearest} from the line`,
          ],
        ];
      }
      case "forces":
        return [];
      default:
        return unreachable(tier);
    }
  });
  const listed = sentences.flatMap((one, index) => [index === 0 ? "" : "; ", ...inlines(one)]);
  return ["Under ", ...subject, ": ", ...listed, ". All of it is approximate."];
}

function tierTable({ names }: DurabilityContext, tiers: readonly TierOnTheGround[]) {
  const rows = tiers.flatMap((tier): (readonly Text[])[] => {
    const row = (what: string, measure: Measure, basis?: Text): readonly Text[] => [
      { kind: "name", text: tier.name },
      what,
      measureWords(measure) ?? "not known",
      measure.answer.status === "unknown" ? measure.answer.reason : (basis ?? measure.basis ?? ""),
    ];
    switch (tier.kind) {
      case "demilitarised-zone":
        return [
          row("area", tier.areaKm2),
          row("of this on land", tier.landKm2),
          row("length of the line", tier.lengthKm),
          ...(tier.publishedKm
            ? [
                row("length as published", tier.publishedKm.measure, [
                  "published by ",
                  ...series(tier.publishedKm.sources.map((source) => names.source(source))),
                ]),
              ]
            : []),
        ];
      case "forces":
        return [row("area", tier.areaKm2)];
      case "presence":
        return [
          row("troops", tier.troops),
          row("brigades", tier.brigades),
          ...(tier.brigadesAsTroops ? [row("its brigades in troops", tier.brigadesAsTroops)] : []),
          row("area", tier.areaKm2),
          row("nearest point to the line", tier.nearestKm),
          row("farthest point from the line", tier.farthestKm),
        ];
      default:
        return unreachable(tier);
    }
  });
  return {
    kind: "table",
    caption: "The tiers, measured",
    columns: [
      { title: "Tier", align: "start" },
      { title: "Measure", align: "start" },
      { title: "Value", align: "end" },
      { title: "Rests on", align: "start", long: true },
    ],
    rows,
  } as const;
}

function depthTable({ names }: DurabilityContext, table: ZoneTable): Block {
  return {
    kind: "table",
    caption: [{ kind: "name", text: table.name }, ": every depth on the agenda"],
    columns: [
      { title: "Option", align: "start" },
      { title: "Area", align: "end" },
      { title: "Of this on land", align: "end" },
      { title: "By side", align: "start", long: true },
    ],
    rows: table.depths.map(({ name, areaKm2, landKm2, bySide }): readonly Text[] => [
      { kind: "name", text: name },
      measureWords(areaKm2) ?? "not known",
      measureWords(landKm2) ?? "not known",
      areaKm2.answer.status === "unknown"
        ? areaKm2.answer.reason
        : bySide
            .filter(({ depthKm }) => depthKm > 0)
            .flatMap(({ party, depthKm, areaKm2: area }, index): readonly Inline[] => [
              index === 0 ? "" : "; ",
              names.party(party),
              ` ${fixed(depthKm, 0)} km deep, ${measureWords(area) ?? "not known"}`,
            ]),
    ]),
  };
}

function patrolTable({ patrols, name }: ZoneTable): Block | undefined {
  if (patrols.length === 0) return undefined;
  return {
    kind: "table",
    caption: [{ kind: "name", text: name }, ": how thin each patrol on the agenda would be"],
    columns: [
      { title: "Patrol", align: "start" },
      { title: "Troops", align: "end" },
      { title: "Per km of the line as drawn", align: "end" },
      { title: "Per km as published", align: "end" },
    ],
    rows: patrols.map((patrol): readonly Text[] => [
      { kind: "name", text: patrol.name },
      withoutUnit(patrol.troops) ?? "not known",
      withoutUnit(patrol.perKm) ?? "not known",
      (patrol.perPublishedKm && withoutUnit(patrol.perPublishedKm)) ?? "",
    ]),
  };
}

/** Under a title that says it. */
function withoutUnit(measure: Measure): string | undefined {
  return measureWords(measure)?.replace(` ${measure.unit}`, "");
}

function limitsTable(tiers: readonly TierOnTheGround[]): readonly Block[] {
  const rows = tiers.flatMap((tier): (readonly Text[])[] =>
    tier.kind === "demilitarised-zone"
      ? []
      : tier.limits.map((limit): readonly Text[] => [
          { kind: "name", text: tier.name },
          { kind: "name", text: limit.issueName },
          limit.optionName === undefined ? "left open" : { kind: "name", text: limit.optionName },
          limit.what === undefined ? "" : { kind: "name", text: limit.what },
        ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "Which limits on forces apply where",
      columns: [
        { title: "Tier", align: "start" },
        { title: "Limit", align: "start" },
        { title: "Chosen", align: "start" },
        { title: "What it says", align: "start", long: true },
      ],
      rows,
    },
  ];
}
