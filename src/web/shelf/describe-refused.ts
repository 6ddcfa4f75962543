import { unreachable } from "#prelude";
import type { shelf } from "../words/en/shelf.ts";
import type { Refused, ShelfFileProblem } from "./shelf.ts";

/** A sentence of the catalogue, with what to fill in. */
export type Described = {
  readonly id: keyof typeof shelf;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Why it was not saved, or not brought back, and what can be done. */
export function describeRefused(refused: Refused): Described {
  switch (refused.kind) {
    case "changed-elsewhere":
      return { id: refused.theirs === undefined ? "shelf.deletedElsewhere" : "shelf.changedElsewhere", values: {} };
    case "storage-full":
      return { id: "shelf.full", values: {} };
    case "storage-denied":
      return { id: "shelf.denied", values: {} };
    case "newer-elsewhere":
      return { id: "shelf.newerElsewhere", values: {} };
    case "older-elsewhere":
      return { id: "shelf.olderElsewhere", values: {} };
    case "storage-failed":
      return { id: "shelf.failed", values: { why: refused.why } };
    case "not-a-shelf-file":
      return { id: "shelf.notAShelfFile", values: { count: problemCount(refused.problems) } };
    default:
      return unreachable(refused);
  }
}

/** One of the problems of a file that is not a shelf's. */
export function describeProblem({ where, what, detail }: ShelfFileProblem): Described {
  return { id: problemIds[what], values: { where, detail } };
}

const problemIds: Readonly<Record<ShelfFileProblem["what"], keyof typeof shelf>> = {
  "too-large": "shelf.problem.tooLarge",
  "not-json": "shelf.problem.notJson",
  "not-a-shelf": "shelf.problem.notAShelf",
  "newer-schema": "shelf.problem.newerSchema",
  "too-deep": "shelf.problem.tooDeep",
  "reserved-key": "shelf.problem.reservedKey",
  "wrong-value": "shelf.problem.wrongValue",
  "unknown-key": "shelf.problem.unknownKey",
  twice: "shelf.problem.twice",
  more: "shelf.problem.more",
};

function problemCount(problems: readonly ShelfFileProblem[]): number {
  return problems.reduce((sum, { what, detail }) => sum + (what === "more" ? Number(detail) : 1), 0);
}
