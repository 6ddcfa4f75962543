import type { ConstraintRef, ZoneUnlock } from "#analysis";
import { type Block, type Inline, inlines, type Section, series, type Text } from "../document/document.ts";
import { isExactly } from "../words/answer-words.ts";
import { counted, points } from "../words/format-number.ts";
import { isLogic } from "./headline.ts";
import type { ReportContext } from "./report-context.ts";

const shownAtMost = 12;

/** Why no deal exists, and what would open the agreement zone. Only when it is empty. */
export function conflictsSection(context: ReportContext): Section | undefined {
  const { analysis, names } = context;
  if (!isExactly(analysis.agreementZone.exists, false)) return undefined;
  const { conflicts, zoneUnlocks } = analysis;
  const found = conflicts.status === "exact" ? conflicts.value : [];
  const unlocks =
    zoneUnlocks.status === "exact" ? zoneUnlocks.value : zoneUnlocks.status === "bounded" ? zoneUnlocks.low : [];
  const logical = found.filter(isLogic).length;
  const wanting = (what: string, status: string, reason: string): Text =>
    `${what}: ${status}${reason ? `, ${reason}` : ""}.`;
  return {
    id: "conflicts",
    title: "Why no deal exists, and what would open the agreement zone",
    answer:
      conflicts.status !== "exact"
        ? wanting(
            "The minimal conflicts are not all known",
            conflicts.status,
            "reason" in conflicts ? conflicts.reason : "",
          )
        : [
            `${counted(found.length, "minimal conflict")} ${found.length === 1 ? "keeps" : "keep"} the agreement zone empty; `,
            logical > 0
              ? `${logical === found.length ? (logical === 1 ? "it is" : "all are") : logical === 1 ? "one is" : `${logical} are`} logic, not weight: no change of values would open the zone.`
              : "each rests on a reservation value, that is, on the weights and values judged here.",
          ],
    blocks: [
      ...listed(
        "The members of each conflict cannot all be kept; dropping any one of them resolves that conflict:",
        found.map((conflict) => [
          ...members(conflict.members, context),
          isLogic(conflict) ? " (logic, whatever the weights)" : "",
        ]),
      ),
      ...(unlocks.length > 0 || zoneUnlocks.status === "exact"
        ? listed(
            zoneUnlocks.status === "exact"
              ? "Any one of these would open the agreement zone:"
              : "Any one of these would open the agreement zone; the search was ended before all such ways were known:",
            unlocks.map((unlock) => unlockWords(unlock, context)),
          )
        : [
            {
              kind: "paragraph" as const,
              text: wanting("Zone unlocks", zoneUnlocks.status, "reason" in zoneUnlocks ? zoneUnlocks.reason : ""),
            },
          ]),
    ],
  };

  function unlockWords(unlock: ZoneUnlock, { names: known }: ReportContext): Text {
    const dropped = unlock.remove.filter((ref) => ref.kind !== "reservation");
    const cuts = unlock.cuts
      .slice(0, 4)
      .map(
        ({ cut }): Text =>
          series(
            Object.entries(cut).map(
              ([party, by]): Text => [known.party(party), ` accepts ${points(by, known.scale(party))} points less`],
            ),
          ),
      );
    const more = unlock.cuts.length - cuts.length;
    const lines: readonly Inline[] =
      dropped.length > 0
        ? [
            ...members(dropped, context),
            dropped.length === 1 ? " dropped" : dropped.length === 2 ? " both dropped" : " all dropped",
          ]
        : [];
    const reservations = unlock.remove.filter((ref) => ref.kind === "reservation");
    const cutWords: readonly Inline[] =
      cuts.length > 0
        ? [...series(cuts, "or"), more > 0 ? `, or one of ${more} other cuts` : ""]
        : reservations.length > 0
          ? [...series(reservations.map((ref) => names.constraint(ref))), " set aside"]
          : [];
    return lines.length > 0 && cutWords.length > 0 ? [...lines, ", and ", ...cutWords] : [...lines, ...cutWords];
  }
}

function members(refs: readonly ConstraintRef[], { names }: ReportContext): readonly Inline[] {
  return series(refs.map((ref) => names.constraint(ref, refs)));
}

function listed(lead: string, items: readonly Text[]): Block[] {
  if (items.length === 0) return [];
  const more = items.length - shownAtMost;
  return [
    { kind: "paragraph", text: lead },
    {
      kind: "list",
      items: [
        ...items.slice(0, shownAtMost).map((item): Text => [...inlines(item)]),
        ...(more > 0 ? [`and ${more} more: see the JSON`] : []),
      ],
    },
  ];
}
