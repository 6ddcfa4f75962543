import type { DecidedClaim, DecidingJudgement, Verdict } from "#claims";
import { unreachable } from "#prelude";
import { type Block, type Inline, type Section, series, type Text } from "../document/document.ts";
import { counted, percent } from "../words/format-number.ts";
import type { Names } from "../words/names.ts";
import type { ScenarioContext } from "./report-context.ts";

/**
 * What sources claim, and whether the numbers here say so too. Claims say what they assume themselves; `restricted`: the
 * page they stand on is about a run that assumes something else.
 */
export function claimsSection(
  { names }: ScenarioContext,
  claims: readonly DecidedClaim[],
  restricted = false,
): Section | undefined {
  if (claims.length === 0) return undefined;
  const tally = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const assumed = claims.filter((claim) => claim.basis === "assumed").length;
  const parts = [
    `${tally("holds")} hold${tally("holds") === 1 ? "s" : ""}`,
    `${tally("does-not-hold")} ${tally("does-not-hold") === 1 ? "does" : "do"} not`,
    ...(tally("undecided") > 0 ? [`${tally("undecided")} ${tally("undecided") === 1 ? "is" : "are"} undecided`] : []),
    ...(tally("later") > 0
      ? [`${tally("later")} wait${tally("later") === 1 ? "s" : ""} for a capability to come`]
      : []),
  ];
  return {
    id: "claims",
    title: "Claims",
    answer: [
      `Of ${counted(claims.length, "claim")}, `,
      ...series(parts),
      ". ",
      assumed > 0
        ? `${counted(assumed, "verdict")} ${assumed === 1 ? "is" : "are"} assumed: a judgement that decides ${assumed === 1 ? "it" : "each"} was taken from the claim’s own source, or says the same as the claim.`
        : "",
      restricted ? " Claims are decided for the scenario as written, not under what this run assumed." : "",
    ],
    blocks: [
      {
        kind: "table",
        caption: "Each claim with its verdict, whether it is assumed or derived, and why",
        columns: [
          { title: "Row", align: "start" },
          { title: "Claim", align: "start", long: true },
          { title: "Verdict", align: "start", long: true },
          { title: "Why", align: "start", long: true },
        ],
        rows: claims.map((claim): readonly Text[] => [
          { kind: "id", text: claim.row ?? claim.id },
          [{ kind: "name", text: claim.statement }, " (", names.source(claim.source), ")"],
          verdictText(claim),
          whyText(claim),
        ]),
      },
      ...behind(claims, names),
    ],
  };
}

/** "holds (derived); in 97.3 % of draws". */
export function verdictText(claim: DecidedClaim): readonly Inline[] {
  const { verdict, basis, later, shareOfDraws, asWeight } = claim;
  const first: Inline = { kind: "verdict", is: verdictMark(verdict), text: verdictWord(verdict) };
  if (verdict === "later") return [first, later === undefined ? "" : ` (${later})`];
  return [
    first,
    basis === undefined ? "" : ` (${basis})`,
    ...(shareOfDraws
      ? [
          `; in ${percent(shareOfDraws.share)} of ${counted(shareOfDraws.n, "draw")} (${percent(shareOfDraws.low)} to ${percent(shareOfDraws.high)}, seed ${shareOfDraws.seed})`,
        ]
      : []),
    ...(asWeight && asWeight.verdict !== verdict
      ? [
          "; with red lines read as weights: ",
          { kind: "verdict" as const, is: verdictMark(asWeight.verdict), text: verdictWord(asWeight.verdict) },
        ]
      : asWeight
        ? ["; the same with red lines read as weights"]
        : []),
  ];
}

function whyText({ why, asWeight, verdict }: DecidedClaim): readonly Inline[] {
  return [
    { kind: "name", text: why },
    ...(asWeight && asWeight.verdict !== verdict && asWeight.why !== why
      ? [" As weights: ", { kind: "name" as const, text: asWeight.why }]
      : []),
  ];
}

export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case "holds":
      return "holds";
    case "does-not-hold":
      return "does not hold";
    case "undecided":
      return "undecided";
    case "later":
      return "later";
    default:
      return unreachable(verdict);
  }
}

function verdictMark(verdict: Verdict): "yes" | "no" | "open" {
  return verdict === "holds" ? "yes" : verdict === "does-not-hold" ? "no" : "open";
}

/** The judgements that decide each verdict, one click away. */
function behind(claims: readonly DecidedClaim[], names: Names): Block[] {
  const resting = claims.filter((claim) => claim.judgements.length > 0);
  if (resting.length === 0) return [];
  return [
    {
      kind: "details",
      summary: "The judgements that decide each claim",
      body: [
        {
          kind: "table",
          caption: "What each verdict rests on",
          columns: [
            { title: "Row", align: "start" },
            { title: "Judgement or record", align: "start", long: true },
            { title: "By", align: "start" },
            { title: "Confidence", align: "start" },
            { title: "Sources", align: "start", long: true },
          ],
          rows: resting.flatMap((claim) => claim.judgements.map((judgement) => judgementRow(claim, judgement, names))),
        },
      ],
    },
  ];
}

function judgementRow(claim: DecidedClaim, judgement: DecidingJudgement, names: Names): readonly Text[] {
  return [
    { kind: "id", text: claim.row ?? claim.id },
    [
      ...(judgement.party === undefined ? [] : [names.party(judgement.party), ", "]),
      `${judgement.kind} `,
      { kind: "id", text: judgement.id },
      ": ",
      { kind: "name", text: judgement.says },
    ],
    judgement.author === undefined ? "on record" : { kind: "name", text: judgement.author },
    judgement.confidence ?? "not stated",
    [
      ...series(judgement.sources.map((source) => names.source(source))),
      ...(judgement.citesClaimSource
        ? [" ", { kind: "badge", tone: "warning", text: "the claim’s own source" } satisfies Inline]
        : []),
    ],
  ];
}
