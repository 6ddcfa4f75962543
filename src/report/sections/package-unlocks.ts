import type { PackageUnlocks, UnlockSet } from "#analysis";
import { unreachable } from "#prelude";
import type { Block, Card, Inline, Section, Text } from "../document/document.ts";
import { counted, signedPoints } from "../words/format-number.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { judgedParties, type ReportContext, type ScenarioContext } from "./report-context.ts";

/** The smallest changes of the presented package after which all consent, with their cost to each party. */
export function packageUnlocksSection(context: ReportContext): Section | undefined {
  const presented = presentedPackage(context.scenario, context.analysis);
  if (!presented || presented.report.packageUnlocks.status === "not-needed") return undefined;
  const unlocks = presented.report.packageUnlocks;
  return {
    id: "package-unlocks",
    title: "What would unlock it",
    answer: unlockAnswer(unlocks),
    blocks: unlockBlocks(context, unlocks, presented.report.choices),
  };
}

export function unlockAnswer(unlocks: PackageUnlocks): Text {
  switch (unlocks.status) {
    case "not-needed":
      return "Nothing: all consent already.";
    case "none":
      return `No change of issues makes all consent (${unlocks.reason}).`;
    case "unknown":
      return `Not known: ${unlocks.reason}.`;
    case "exact":
    case "bounded": {
      const ways = unlocks.sets.reduce((sum, set) => sum + set.changes.length, 0);
      const sets = counted(unlocks.sets.length, "set");
      return unlocks.status === "exact"
        ? `At least ${counted(unlocks.size, "issue")} must change; ${sets} of that size would do, in ${counted(ways, "efficient way")}.`
        : `At least ${counted(unlocks.size, "issue")} must change; at least ${sets} of that size would do. ${notAll(unlocks.sets)}`;
    }
    default:
      return unreachable(unlocks);
  }
}

/** What a bounded answer does not know. */
function notAll(sets: readonly UnlockSet[]): string {
  return sets.some(({ partial }) => partial)
    ? "The search was ended before every way was known: those listed are enough, and there may be better ones."
    : "There may be more sets than are listed.";
}

export function unlockBlocks(
  context: ScenarioContext,
  unlocks: PackageUnlocks,
  choices: Readonly<Record<string, string>>,
): Block[] {
  if (unlocks.status !== "exact" && unlocks.status !== "bounded") return [];
  const shown = unlocks.sets.slice(0, 8);
  const more = unlocks.sets.length - shown.length;
  return [
    { kind: "cards", cards: shown.map((set) => unlockCard(context, set, choices)) },
    ...(more > 0
      ? [
          {
            kind: "paragraph" as const,
            tone: "note" as const,
            text: `${counted(more, "further set")} of the same size: see the JSON.`,
          },
        ]
      : []),
  ];
}

function unlockCard(context: ScenarioContext, set: UnlockSet, choices: Readonly<Record<string, string>>): Card {
  const { names } = context;
  const parties = judgedParties(context);
  const shown = set.changes.slice(0, 6);
  const more = set.changes.length - shown.length;
  return {
    title: ["Change ", ...names.issues(set.issues)],
    body: [
      {
        kind: "table",
        caption: ["What it costs or brings each party, in points. Now: ", ...currentWords(context, set, choices)],
        columns: [
          { title: "To", align: "start" },
          ...parties.map((party) => ({ title: names.party(party.id), align: "end" as const })),
        ],
        rows: shown.map((change) => [
          set.issues.flatMap((issue, index): readonly Inline[] => [
            index > 0 ? "; " : "",
            names.option(issue, change.set[issue] ?? ""),
          ]),
          ...parties.map((party) => signedPoints(change.change[party.id] ?? 0, party.scale)),
        ]),
      },
      ...(more > 0
        ? [{ kind: "paragraph" as const, tone: "note" as const, text: `and ${counted(more, "other efficient way")}` }]
        : set.partial
          ? [{ kind: "paragraph" as const, tone: "note" as const, text: "There may be other ways, and better ones." }]
          : []),
    ],
  };
}

function currentWords({ names }: ScenarioContext, set: UnlockSet, choices: Readonly<Record<string, string>>) {
  return set.issues.flatMap((issue, index): readonly Inline[] => [
    index > 0 ? "; " : "",
    names.option(issue, choices[issue] ?? ""),
  ]);
}
