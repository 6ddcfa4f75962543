import type { GuaranteeReport, PostureOrder, PostureRow } from "#durability";
import { type Block, faint, series, type Text } from "../../document/document.ts";
import { bars } from "../../plots/bars.ts";
import { fixed, percent } from "../../words/format-number.ts";
import type { DurabilityContext } from "./durability-context.ts";
import { figure, judgedVerdictText, prizeWords, quantityWords, restsOnWords } from "./judged-words.ts";

/** Ways to arrange the guarantee beside each other, by the prize at which an attack pays. */
export function posturesBlocks(_context: DurabilityContext, { name, postures }: GuaranteeReport): readonly Block[] {
  if (!postures || postures.rows.length === 0) return [];
  const { rows, order } = postures;
  // where the prize alone is open, every verdict would only repeat v*: below it deterred, above it not
  const told = !rows.every(({ verdict }) => restsOnPrizeAlone(verdict));
  const table = {
    kind: "table",
    caption: [{ kind: "name", text: name }, ": ways to arrange it, each a change of this package"],
    columns: [
      { title: "Posture", align: "start" },
      { title: "q", align: "end" },
      { title: "v*", align: "end" },
      ...(told ? [{ title: "Verdict", align: "start", long: true } as const] : []),
    ],
    rows: rows.map((row): readonly Text[] => [
      [{ kind: "name", text: row.name }, ...(row.chosen ? [faint(" (in hand)")] : [])],
      quantityWords(row.intervention, figure),
      quantityWords(row.prizeThreshold, prizeWords),
      ...(told ? [judgedVerdictText(row.verdict)] : []),
    ]),
  } as const satisfies Block;
  const drawn = rows.flatMap((row) => {
    const value = pointOf(row);
    return value === undefined ? [] : [{ row, value }];
  });
  const sentence = orderSentence(rows, order);
  const blocks: Block[] =
    drawn.length < 2
      ? [{ kind: "paragraph", text: sentence }, table]
      : [
          {
            kind: "figure",
            sentence,
            draw: (width, id) =>
              bars({
                id,
                width,
                title: "Prize above which an attack pays",
                description: drawn.map(({ row, value }) => `${row.name}: ${figure(value)} points`).join("; "),
                axis: "v*, in the challenger’s points",
                rows: drawn.map(({ row, value }) => ({
                  label: row.name,
                  detail: `chance of intervention ${figure(row.intervention.stated ?? Number.NaN)}`,
                  value,
                  shown: figure(value),
                })),
              }),
            table,
            open: true,
          },
        ];
  const pairs = pairsTable(name, rows, order);
  return pairs ? [...blocks, pairs] : blocks;
}

function restsOnPrizeAlone(verdict: PostureRow["verdict"]): boolean {
  return verdict.status === "open" && verdict.restsOn.length === 1 && verdict.restsOn[0]?.parameter === "prize";
}

/** v* at the stated values, where it is a number. */
function pointOf({ prizeThreshold }: PostureRow): number | undefined {
  const { stated } = prizeThreshold;
  return stated?.kind === "prize" ? stated.value : undefined;
}

function orderSentence(rows: readonly PostureRow[], order: PostureOrder): Text {
  const nameOf = (id: string): Text => ({ kind: "name", text: rows.find((row) => row.id === id)?.name ?? id });
  /** " (66)": names hold an "and" of their own, and the number says where each ends. */
  const valueWords = (id: string | undefined): string => {
    const row = rows.find((one) => one.id === id);
    return row ? ` (${quantityWords(row.prizeThreshold, prizeWords)})` : "";
  };
  switch (order.status) {
    case "unknown":
      return `Their order is not known: ${order.reason}.`;
    case "open":
      return ["Their order is open: ", ...restsOnWords(order.restsOn), "."];
    case "ordered": {
      const ranked = order.ranks.flatMap((rank, index) => [
        index === 0 ? "" : ", ",
        ...series(rank.map(nameOf), "level with"),
        valueWords(rank[0]),
      ]);
      const basis =
        order.basis === "assumed"
          ? "The order is assumed: nothing but the judged chance of intervention differs, so it repeats the order of those judgements."
          : "The order is derived: it follows from more than one judgement.";
      const share = order.share
        ? ` It stands in ${percent(order.share.share)} of ${fixed(order.share.n, 0)} draws (95 % interval ${percent(order.share.low)} to ${percent(order.share.high)}).`
        : "";
      return ["By the prize at which an attack pays, lowest first: ", ...ranked, `. ${basis}${share}`];
    }
  }
}

function pairsTable(name: string, rows: readonly PostureRow[], order: PostureOrder): Block | undefined {
  if (order.status === "unknown") return undefined;
  const pairs = (order.status === "ordered" ? order.adjacent : order.pairs).filter(({ share }) => share !== undefined);
  if (pairs.length === 0) return undefined;
  const nameOf = (id: string): Text => ({ kind: "name", text: rows.find((row) => row.id === id)?.name ?? id });
  return {
    kind: "details",
    summary: "Pair by pair: in how many draws the second demands the greater prize",
    body: [
      {
        kind: "table",
        caption: [{ kind: "name", text: name }, ": share of draws pair by pair, with its 95 % interval"],
        columns: [
          { title: "Lower", align: "start" },
          { title: "Higher", align: "start" },
          { title: "Share of draws", align: "end" },
          { title: "Interval", align: "end" },
        ],
        rows: pairs.map(({ below, above, share }): readonly Text[] => [
          nameOf(below),
          nameOf(above),
          percent(share?.share ?? 0),
          `${percent(share?.low ?? 0)} to ${percent(share?.high ?? 1)}`,
        ]),
      },
    ],
  };
}
