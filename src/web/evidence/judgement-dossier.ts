import type { Evidence, PreferenceSheet } from "#model";
import { conditionWords, judged, linkageWords, periodWords, series, type Text, written } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import type { Archive, Dossier, Related } from "./dossier.ts";
import { evidenceOrigin } from "./evidence-origin.ts";

type OfSheet = Extract<
  EvidenceRef,
  { kind: "sheet" | "reservation" | "weight" | "value" | "linkage" | "line" | "floor" }
>;

/** What stands behind a judgement of one party's sheet. */
export function judgementDossier(ref: OfSheet, sheet: PreferenceSheet, archive: Archive): Dossier | undefined {
  const { names, say } = archive;
  const { party } = ref;
  const whole: Related = {
    label: say("evidence.related.sheet"),
    items: [{ name: say("evidence.title.sheet", { party: names.party(party).text }), of: { kind: "sheet", party } }],
  };
  const behind = (evidence: Evidence): Pick<Dossier, "evidence" | "origin"> => {
    const origin = evidenceOrigin(evidence, sheet);
    return { evidence: origin.evidence, origin };
  };
  switch (ref.kind) {
    case "sheet":
      return {
        kind: say("evidence.kind.sheet"),
        party,
        facts: [
          {
            label: say("evidence.fact.holds"),
            text: say("evidence.sheet.holds", {
              issues: Object.keys(sheet.issues).length,
              linkages: sheet.linkages.length,
              lines: sheet.redLines.length,
              floors: sheet.floors.length,
            }),
          },
          { label: say("evidence.fact.scale"), text: say("evidence.points", { points: written(sheet.scale) }) },
        ],
        evidence: evidenceOrigin(sheet.evidence, sheet).evidence,
        related: [
          {
            label: say("evidence.related.constraints"),
            items: [
              { name: names.constraint({ kind: "reservation", party }), of: { kind: "reservation", party } },
              ...sheet.redLines.map(({ id }) => constraint({ kind: "line", party, line: id })),
              ...sheet.floors.map(({ id }) => constraint({ kind: "floor", party, floor: id })),
            ],
          },
        ],
      };
    case "reservation":
      return {
        kind: say("evidence.kind.reservation"),
        party,
        number: {
          judgement: sheet.reservation,
          unit: say("evidence.unit.points", { scale: written(sheet.scale) }),
        },
        facts: sheet.aspiration ? [{ label: say("evidence.fact.aspiration"), text: judged(sheet.aspiration) }] : [],
        ...behind(sheet.reservation.evidence),
        related: [whole],
      };
    case "weight":
    case "value": {
      const preference = sheet.issues[ref.issue];
      if (!preference) return undefined;
      const value = ref.kind === "value" ? preference.values[ref.option] : undefined;
      if (ref.kind === "value" && !value) return undefined;
      const total = sheet.total ?? Object.values(sheet.issues).reduce((sum, one) => sum + one.weight.mid, 0);
      return {
        kind: say(`evidence.kind.${ref.kind}`),
        party,
        number: value
          ? { judgement: value, unit: say("evidence.unit.value", { of: written(preference.of) }) }
          : { judgement: preference.weight, unit: say("evidence.unit.weight", { total: written(total) }) },
        facts: [
          ...(preference.order
            ? [
                {
                  label: say("evidence.fact.order"),
                  text: series(
                    preference.order.map(
                      (tied): Text =>
                        series(
                          tied.map((one) => names.option(ref.issue, one)),
                          "=",
                        ),
                    ),
                    ">",
                  ),
                },
              ]
            : []),
          ...sheet.linkages
            .filter((linkage) => linkage.kind === "table" && linkage.issue === ref.issue)
            .map((linkage) => ({ label: say("evidence.fact.replaced"), text: linkageWords(linkage, names) })),
        ],
        ...behind(preference.evidence),
        related: [
          {
            label: say("evidence.related.values"),
            items: Object.entries(preference.values).map(([option, one]) => ({
              name: [names.option(ref.issue, option), `: ${judged(one)}`],
              of: { kind: "value", party, issue: ref.issue, option } as const,
            })),
          },
          {
            label: say("evidence.related.weight"),
            items: [{ name: judged(preference.weight), of: { kind: "weight", party, issue: ref.issue } as const }],
          },
          ...(ref.kind === "value"
            ? [
                {
                  label: say("evidence.related.option"),
                  items: [
                    {
                      name: names.choice(ref.issue, ref.option),
                      of: { kind: "option", issue: ref.issue, option: ref.option } as const,
                    },
                  ],
                },
              ]
            : []),
          whole,
        ],
      };
    }
    case "linkage": {
      const linkage = sheet.linkages.find(({ id }) => id === ref.linkage);
      return (
        linkage && {
          kind: say("evidence.kind.linkage"),
          party,
          ...(linkage.kind === "combination"
            ? {
                number: { judgement: linkage.value, unit: say("evidence.unit.points", { scale: written(linkage.of) }) },
              }
            : {}),
          facts: [{ label: say("evidence.fact.says"), text: linkageWords(linkage, names) }],
          ...behind(linkage.evidence),
          related: [whole],
        }
      );
    }
    case "line": {
      const line = sheet.redLines.find(({ id }) => id === ref.line);
      return (
        line && {
          kind: say(`evidence.kind.line.${line.kind}`),
          party,
          facts: [
            { label: say("evidence.fact.refuses"), text: conditionWords(line.when, names) },
            { label: say("evidence.fact.period"), text: periodWords(line.from, line.until) },
            { label: say("evidence.fact.enforced"), text: say(`evidence.line.${line.kind}`) },
          ],
          ...behind(line.evidence),
          related: [whole],
        }
      );
    }
    case "floor": {
      const floor = sheet.floors.find(({ id }) => id === ref.floor);
      return (
        floor && {
          kind: say("evidence.kind.floor"),
          party,
          number: {
            judgement: { low: floor.min, mid: floor.min, high: floor.min },
            unit: say("evidence.unit.floor", { of: written(sheet.issues[floor.issue]?.of ?? 100) }),
          },
          facts: [
            { label: say("evidence.fact.issue"), text: names.issue(floor.issue) },
            {
              label: say("evidence.fact.commitment"),
              text: names.options(floor.issue, floor.commitments, "or"),
            },
          ],
          ...behind(floor.evidence),
          related: [
            {
              label: say("evidence.related.values"),
              items: floor.commitments.map((option) => ({
                name: names.option(floor.issue, option),
                of: { kind: "value", party, issue: floor.issue, option } as const,
              })),
            },
            whole,
          ],
        }
      );
    }
  }

  function constraint(of: Extract<EvidenceRef, { kind: "line" | "floor" }>): Related["items"][number] {
    return { name: names.constraint(of), of };
  }
}
