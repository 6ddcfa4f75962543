import type { AftermathFindings, CoalitionMove, HollowSanction, MoveVerdict, StabilityConcept } from "#durability";
import { stabilityConcepts } from "#durability";
import type { Answer } from "#prelude";
import { type Block, type Inline, type Section, series, type Text } from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";
import { aftermathSentences, closed, type LeverWords, leverWords, swapsWords } from "./aftermath-sentences.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { folded } from "./some-blocks.ts";

/** Once it is signed: who would leave it first, by which move, and what holds them. */
export function aftermathSection(context: DurabilityContext): Section | undefined {
  const { aftermath, subject } = context;
  const section = { id: "aftermath", title: "After signature" };
  if (aftermath.kind === "unknown")
    return {
      ...section,
      answer: ["Whether ", ...subject, ` is kept once it is in force is not known. ${closed(aftermath.reason)}`],
      blocks: [],
    };
  const words = leverWords(context, aftermath);
  return {
    ...section,
    answer: aftermathSentences(context, aftermath),
    blocks: [
      ...temptationsBlocks(aftermath, words),
      conceptsTable(context, aftermath),
      ...hollowBlocks(aftermath, words),
      ...coalitionBlocks(aftermath, words),
      ...routeBlocks(aftermath, words),
      ...unknownBlocks(aftermath),
      leversTable(context, aftermath),
    ],
  };
}

/** One lever at a time; several pulled at once are folded, of which a party with many levers has very many. */
function temptationsBlocks(findings: AftermathFindings, words: LeverWords): readonly Block[] {
  const single: (readonly Text[])[] = [];
  const combined: (readonly Text[])[] = [];
  for (const { party, temptations } of findings.parties) {
    const who = words.party(party);
    if (!temptations) single.push([who, "its order is not known", "", ""]);
    else if (temptations.length === 0) single.push([who, "has no move that it prefers", "", ""]);
    else {
      const alone = temptations.filter(({ move }) => move.takes.length + move.lets.length === 1);
      if (alone.length === 0) single.push([who, "prefers no single move", "", ""]);
      single.push(...alone.map((verdict) => temptationRow(who, verdict, words)));
      combined.push(
        ...temptations.filter((one) => !alone.includes(one)).map((verdict) => temptationRow(who, verdict, words)),
      );
    }
  }
  return [
    temptationsTable("Every move that a party prefers to keeping the settlement, and the answer that holds it", single),
    ...folded(
      `Several levers at once: ${counted(combined.length, "move")}`,
      combined.length === 0
        ? []
        : [temptationsTable("Moves of several levers at once, and the answer that holds them", combined)],
    ),
  ];
}

function temptationRow(who: Inline, verdict: MoveVerdict, words: LeverWords): readonly Text[] {
  return [
    who,
    words.move(verdict.move),
    verdict.sanction ? words.acts(verdict.sanction.acts) : { kind: "verdict", is: "no", text: "nothing" },
    swapsWords(verdict.threshold),
  ];
}

function temptationsTable(caption: string, rows: readonly (readonly Text[])[]): Block {
  return {
    kind: "table",
    caption,
    columns: [
      { title: "Party", align: "start" },
      { title: "Move", align: "start", long: true },
      { title: "Held by", align: "start", long: true },
      { title: "Away", align: "start" },
    ],
    rows,
  };
}

const conceptNames: Readonly<Record<StabilityConcept, string>> = {
  "nash-stability": "Nash stability",
  gmr: "GMR",
  smr: "SMR",
  seq: "SEQ",
  sseq: "SSEQ",
};

function conceptsTable({ names }: DurabilityContext, { parties, conflict }: AftermathFindings): Block {
  return {
    kind: "details",
    summary: "By each concept of stability",
    body: [
      {
        kind: "table",
        caption:
          "Whether a party stays: fearing nothing (Nash stability), any answer (GMR), any answer it cannot counter (SMR), answers that others would want to give (SEQ), such answers it cannot counter (SSEQ)",
        columns: [
          { title: "Party", align: "start" },
          ...stabilityConcepts.map((concept) => ({ title: conceptNames[concept], align: "start" as const })),
        ],
        rows: parties.map(({ party, stable }): readonly Text[] => [
          names.party(conflict.parties[party]?.id ?? ""),
          ...stabilityConcepts.map((concept) => stays(stable[concept])),
        ]),
      },
    ],
  };
}

function stays(answer: Answer<boolean>): Inline {
  if (answer.status !== "exact") return { kind: "verdict", is: "open", text: "not known" };
  return answer.value ? { kind: "verdict", is: "yes", text: "stays" } : { kind: "verdict", is: "no", text: "leaves" };
}

function hollowBlocks({ hollowSanctions }: AftermathFindings, words: LeverWords): readonly Block[] {
  if (hollowSanctions.length === 0) return [];
  return [
    {
      kind: "list",
      items: hollowSanctions.map(
        ({ move, ifActed }: HollowSanction): Text => [
          words.party(move.party),
          ": ",
          ...words.move(move),
          " would be held only if ",
          ...series(
            ifActed.map(
              ({ parties, against }): Text => [
                ...series(parties.map(words.party)),
                " acted against ",
                parties.length === 1 ? "its own order (" : "their own orders (",
                ...words.acts(against),
                ")",
              ],
            ),
            "or",
          ),
          ". That is what makes a guarantee hollow.",
        ],
      ),
    },
  ];
}

function coalitionBlocks({ coalitions }: AftermathFindings, words: LeverWords): readonly Block[] {
  if (coalitions.length === 0) return [];
  return [
    {
      kind: "list",
      items: coalitions.map(
        ({ members, acts }: CoalitionMove): Text => [
          "Together ",
          ...series(members.map(words.party)),
          " would gain by leaving: ",
          ...words.acts(acts),
          ".",
        ],
      ),
    },
  ];
}

function routeBlocks({ leadsTo, equilibria }: AftermathFindings, words: LeverWords): readonly Block[] {
  const away = leadsTo.filter(({ from, to }) => from !== to);
  if (away.length === 0) return [];
  return [
    {
      kind: "details",
      summary: `Where it would lead: ${counted(equilibria.reached, "stable state")} within reach of improvements`,
      body: [
        {
          kind: "list",
          items: away.map(
            ({ byImprovements }): Text => (byImprovements ? words.acts(byImprovements) : "not reached by improvements"),
          ),
        },
      ],
    },
  ];
}

function unknownBlocks({ unknowns }: AftermathFindings): readonly Block[] {
  if (unknowns.length === 0) return [];
  return [
    { kind: "list", items: unknowns.map(({ what, reason }): Text => ({ kind: "name", text: `${what}: ${reason}` })) },
  ];
}

function leversTable({ names }: DurabilityContext, { levers, withheld, states }: AftermathFindings): Block {
  const row =
    (given: boolean) =>
    (lever: AftermathFindings["levers"][number]): readonly Text[] => [
      { kind: "name", text: lever.name },
      names.party(lever.party),
      lever.role === "breach" ? "breach" : "answer",
      { kind: "name", text: lever.obligation.name },
      given ? "yes" : "not in this settlement",
    ];
  return {
    kind: "details",
    summary: `What each party may do: ${counted(levers.length, "lever")}, ${counted(states, "state")}`,
    body: [
      {
        kind: "table",
        caption: "Levers that the obligations of the settlement give",
        columns: [
          { title: "Lever", align: "start" },
          { title: "Party", align: "start" },
          { title: "Kind", align: "start" },
          { title: "Obligation", align: "start" },
          { title: "There", align: "start" },
        ],
        rows: [...levers.map(row(true)), ...withheld.map(row(false))],
      },
    ],
  };
}
