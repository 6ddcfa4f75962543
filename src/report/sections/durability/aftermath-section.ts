import type {
  AftermathFindings,
  CoalitionMove,
  HollowSanction,
  LeverMove,
  MoveVerdict,
  Sanction,
  StabilityConcept,
} from "#durability";
import { stabilityConcepts } from "#durability";
import type { Answer } from "#prelude";
import { type Block, type Inline, possessive, type Section, series, type Text } from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";
import type { DurabilityContext } from "./durability-context.ts";

/** Once it is signed: who would leave it first, by which move, and what holds them. */
export function aftermathSection(context: DurabilityContext): Section | undefined {
  const { aftermath, subject } = context;
  const section = { id: "aftermath", title: "After signature" };
  if (aftermath.kind === "unknown")
    return {
      ...section,
      answer: ["Whether ", ...subject, ` is kept once it is signed is not known. ${sentence(aftermath.reason)}`],
      blocks: [],
    };
  const words = leverWords(context, aftermath);
  return {
    ...section,
    answer: aftermathSentences(context, aftermath),
    blocks: [
      temptationsTable(context, aftermath, words),
      conceptsTable(context, aftermath),
      ...hollowBlocks(aftermath, words),
      ...coalitionBlocks(aftermath, words),
      ...routeBlocks(aftermath, words),
      ...unknownBlocks(aftermath),
      leversTable(context, aftermath),
    ],
  };
}

/** At most three sentences: mover, move, sanction, and how many preference swaps away the sanction is from failing. */
export function aftermathSentences(context: DurabilityContext, findings: AftermathFindings): Text {
  const { subject } = context;
  const words = leverWords(context, findings);
  const { settlementHolds, firstDefection } = findings;
  const [first, ...tied] = firstDefection.defections;
  const opening: readonly Inline[] = [
    "Once ",
    ...subject,
    " is signed, ",
    ...(settlementHolds.status === "exact"
      ? [
          settlementHolds.value
            ? ({ kind: "verdict", is: "yes", text: "it holds" } as const)
            : ({ kind: "verdict", is: "no", text: "it does not hold" } as const),
          " by the orders as judged. ",
        ]
      : [
          "whether it holds is ",
          { kind: "verdict", is: "open", text: "not known" } as const,
          settlementHolds.status === "unknown" ? `. ${sentence(settlementHolds.reason)} ` : ". ",
        ]),
  ];
  if (!first)
    return [
      ...opening,
      firstDefection.swaps.status === "unknown"
        ? `Who would leave it first is not known. ${sentence(firstDefection.swaps.reason)}`
        : "Nobody has a move to make.",
    ];
  const mover = words.party(first.move.party);
  const others: readonly Inline[] =
    tied.length === 0
      ? []
      : [
          " (level with ",
          ...series(tied.slice(0, 3).map(({ move }) => [words.party(move.party), ": ", ...words.move(move)])),
          ")",
        ];
  if (swapsAre(firstDefection.swaps, 0))
    return [
      ...opening,
      "The first defection is ",
      ...words.whose(mover),
      ": ",
      ...words.move(first.move),
      ...others,
      ". ",
      ...unheldWords(first, words),
    ];
  return [
    ...opening,
    "The first defection would be ",
    ...words.whose(mover),
    ": ",
    ...words.move(first.move),
    ...others,
    ". ",
    ...heldWords(first, swapsWords(firstDefection.swaps), words),
  ];
}

/** A reason with the full stop that some of them have. */
function sentence(reason: string): string {
  return `${reason.replace(/\.$/, "")}.`;
}

export type LeverWords = {
  readonly lever: (index: number) => Inline;
  readonly party: (index: number) => Inline;
  readonly whose: (party: Inline) => readonly Inline[];
  /** "Russia renews the attack", or that it is taken back. */
  readonly move: (move: LeverMove) => readonly Inline[];
  readonly acts: (moves: readonly LeverMove[]) => readonly Inline[];
};

function leverWords({ names }: DurabilityContext, { conflict }: AftermathFindings): LeverWords {
  const nameOf = (lever: number): Inline => ({ kind: "name", text: conflict.levers[lever]?.name ?? String(lever) });
  const words: LeverWords = {
    lever: nameOf,
    party: (index) => {
      const party = conflict.parties[index];
      return party ? names.party(party.id) : String(index);
    },
    whose: (party) => (typeof party !== "string" && party.kind === "party" ? possessive(party) : [party, "’s"]),
    move: ({ takes, lets }) =>
      series([
        ...takes.map((lever): Text => ["“", nameOf(lever), "”"]),
        ...lets.map((lever): Text => ["taking back “", nameOf(lever), "”"]),
      ]),
    acts: (moves) =>
      series(
        moves.map((move): Text => [words.party(move.party), ": ", ...words.move(move)]),
        "then",
      ),
  };
  return words;
}

function heldWords(verdict: MoveVerdict, swaps: string, words: LeverWords): readonly Inline[] {
  if (!verdict.improvement) return [`Today it would gain nothing by that; it is ${swaps} away.`];
  if (verdict.sanction)
    return [
      `What holds it, ${swaps} from failing, is the answer: `,
      ...words.acts(verdict.sanction.acts),
      ...unwantedWords(verdict.sanction, words),
      ".",
    ];
  return [`Nothing holds it; it is ${swaps} away.`];
}

/** A combined answer is given as one: of what it takes along, some its author would rather leave. */
function unwantedWords({ unwanted }: Sanction, words: LeverWords): readonly Inline[] {
  if (unwanted.length === 0) return [];
  return [" (of which it would rather leave ", ...series(unwanted.map(words.lever)), ")"];
}

function unheldWords(verdict: MoveVerdict, words: LeverWords): readonly Inline[] {
  if (verdict.countered)
    return [
      "The answer, ",
      ...words.acts(verdict.countered.response),
      ", does not hold it, since it can move again: ",
      ...words.move(verdict.countered.counter),
      ".",
    ];
  return ["It gains by that, and no answer that others would want to give makes it regret it."];
}

export function swapsWords(swaps: Answer<number>): string {
  switch (swaps.status) {
    case "exact":
      return counted(swaps.value, "preference swap");
    case "bounded":
      return `between ${swaps.low} and ${counted(swaps.high, "preference swap")}`;
    case "estimate":
      return counted(swaps.value, "preference swap");
    case "unknown":
      return `an unknown number of preference swaps (${swaps.reason})`;
  }
}

function swapsAre(swaps: Answer<number>, value: number): boolean {
  return swaps.status === "exact" && swaps.value === value;
}

function temptationsTable(_context: DurabilityContext, findings: AftermathFindings, words: LeverWords): Block {
  const rows = findings.parties.flatMap(({ party, temptations }): (readonly Text[])[] => {
    const who = words.party(party);
    if (!temptations) return [[who, "its order is not known", "", ""]];
    if (temptations.length === 0) return [[who, "has no move that it prefers", "", ""]];
    return temptations.map((verdict) => [
      who,
      words.move(verdict.move),
      verdict.sanction ? words.acts(verdict.sanction.acts) : { kind: "verdict", is: "no", text: "nothing" },
      swapsWords(verdict.threshold),
    ]);
  });
  return {
    kind: "table",
    caption: "Every move that a party prefers to keeping the settlement, and the answer that holds it",
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
