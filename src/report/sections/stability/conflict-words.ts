import type { LeverMove } from "#durability";
import { type StabilityConcept, stabilityConcepts } from "#durability";
import type { Conflict, StateCode } from "#model";
import type { Answer } from "#prelude";
import { type Inline, name, series, type Text } from "../../document/document.ts";
import { counted } from "../../words/format-number.ts";

/** Parties, states and moves of one conflict in words. */
export type ConflictWords = {
  readonly party: (party: number) => Inline;
  /** The levers that are taken, by id: "[delay, insist]". */
  readonly state: (code: StateCode) => Inline;
  /** What a party does in one move: "“Accept the order”, giving up “Prolong the appeal”". */
  readonly move: (move: LeverMove) => Text;
  /** Several moves in their order, each with who makes it. */
  readonly acts: (acts: readonly LeverMove[]) => Text;
};

export function conflictWords({ parties, levers }: Conflict): ConflictWords {
  const party = (index: number): Inline => name(parties[index]?.name ?? String(index));
  const lever = (index: number): readonly Inline[] => ["“", name(levers[index]?.name ?? String(index)), "”"];
  const move = ({ takes, lets }: LeverMove): readonly Inline[] => [
    ...series(takes.map(lever)),
    ...(lets.length === 0 ? [] : [takes.length > 0 ? ", giving up " : "giving up ", ...series(lets.map(lever))]),
  ];
  return {
    party,
    state: (code) =>
      name(
        stateLabel(
          levers.map(({ id }) => id),
          code,
        ),
      ),
    move,
    acts: (acts) =>
      acts.flatMap((act, at): readonly Inline[] => [at > 0 ? "; then " : "", party(act.party), ": ", ...move(act)]),
  };
}

/** "[delay, insist]"; "[nothing taken]". */
export function stateLabel(ids: readonly string[], code: StateCode): string {
  const taken = ids.filter((_, lever) => (code >> lever) & 1);
  return `[${taken.length === 0 ? "nothing taken" : taken.join(", ")}]`;
}

export const conceptNames: Readonly<Record<StabilityConcept, string>> = {
  "nash-stability": "Nash stability",
  gmr: "GMR",
  smr: "SMR",
  seq: "SEQ",
  sseq: "SSEQ",
};

/** What each concept takes a party to reckon with, in the order in which they are computed. */
export const conceptMeanings: readonly Text[] = [
  ["Nash stability: no party has a move that it prefers, whatever others might answer."],
  [
    "GMR (general metarationality): every such move can be answered so that it does not pay, even by those the answer hurts.",
  ],
  ["SMR (symmetric metarationality): as GMR, and the mover cannot get out of the answer again."],
  ["SEQ (sequential stability): as GMR, and those who answer gain by answering."],
  ["SSEQ (symmetric sequential stability): as SEQ, and the mover cannot get out of the answer again."],
].slice(0, stabilityConcepts.length);

export function swapsWords(swaps: Answer<number>): string {
  switch (swaps.status) {
    case "exact":
    case "estimate":
      return counted(swaps.value, "preference swap");
    case "bounded":
      return `${swaps.low} to ${counted(swaps.high, "preference swap")}`;
    case "unknown":
      return "an unknown number of preference swaps";
  }
}
