import type { SheetDraft, Statement, StatementId } from "#elicitation";
import type { RedLine } from "#model";

/** Statements that a step writes have ids of their own, so that saying a thing again replaces what was said before. */
export const idOf = {
  most: "most",
  swingOrder: "swing-order",
  swing: (issue: string): StatementId => `swing ${issue}`,
  optionOrder: (issue: string): StatementId => `order ${issue}`,
  optionValue: (issue: string, option: string): StatementId => `value ${issue} ${option}`,
  reservation: "reservation",
} as const;

/** The statement in the place of the one with its id, or at the end. What was noted beside the old one stays. */
export function withStatement(draft: SheetDraft, said: Statement): SheetDraft {
  const before = draft.statements.find(({ id }) => id === said.id);
  if (!before) return { ...draft, statements: [...draft.statements, said] };
  const { note, why, confidence, sources } = before;
  const whole = {
    ...(note === undefined ? {} : { note }),
    ...(why === undefined ? {} : { why }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(sources === undefined ? {} : { sources }),
    ...said,
  };
  return { ...draft, statements: draft.statements.map((each) => (each.id === said.id ? whole : each)) };
}

export function withoutStatements(draft: SheetDraft, ids: readonly StatementId[]): SheetDraft {
  return { ...draft, statements: draft.statements.filter(({ id }) => !ids.includes(id)) };
}

/** The most important issue; ratings that stood against another one stand against this one, with their numbers. */
export function withMost(draft: SheetDraft, issue: string): SheetDraft {
  const statements = draft.statements.flatMap((said): readonly Statement[] => {
    if (said.kind === "matters-most") return [];
    if (said.kind !== "swing") return [said];
    return said.issue === issue ? [] : [{ ...said, against: issue }];
  });
  return { ...draft, statements: [{ id: idOf.most, kind: "matters-most", issue }, ...statements] };
}

/** The order of the swings; an empty one is withdrawn. */
export function withSwingOrder(draft: SheetDraft, order: readonly (readonly string[])[]): SheetDraft {
  const before = draft.statements.find(({ kind }) => kind === "swing-order");
  const id = before?.id ?? idOf.swingOrder;
  const filled = order.filter((rank) => rank.length > 0);
  return filled.length === 0
    ? withoutStatements(draft, [id])
    : withStatement(draft, { id, kind: "swing-order", order: filled });
}

export function withOptionOrder(draft: SheetDraft, issue: string, order: readonly (readonly string[])[]): SheetDraft {
  const before = draft.statements.find((said) => said.kind === "option-order" && said.issue === issue);
  const id = before?.id ?? idOf.optionOrder(issue);
  const filled = order.filter((rank) => rank.length > 0);
  return filled.length === 0
    ? withoutStatements(draft, [id])
    : withStatement(draft, { id, kind: "option-order", issue, order: filled });
}

/** An issue's best option counts 100 and its worst 0, or need not. */
export function withFreeScale(draft: SheetDraft, issue: string, free: boolean): SheetDraft {
  const others = draft.freeScales.filter((one) => one !== issue);
  return { ...draft, freeScales: free ? [...others, issue] : others };
}

/** The issue's ratings spread so that the best counts 100 and the worst 0. */
export function stretched(draft: SheetDraft, issue: string): SheetDraft {
  const rated = draft.statements.flatMap((said) =>
    said.kind === "option-value" && said.issue === issue ? [said] : [],
  );
  const low = Math.min(...rated.map((said) => (said.low + said.high) / 2));
  const high = Math.max(...rated.map((said) => (said.low + said.high) / 2));
  if (!(high > low)) return draft;
  const moved = (value: number): number =>
    Math.min(100, Math.max(0, Math.round(((value - low) / (high - low)) * 1000) / 10));
  const statements = draft.statements.map((said) => {
    if (said.kind !== "option-value" || said.issue !== issue) return said;
    const middle = (said.low + said.high) / 2;
    // the ends themselves are certain: they are what 100 and 0 mean
    if (middle === high) return { ...said, low: 100, high: 100 };
    if (middle === low) return { ...said, low: 0, high: 0 };
    return { ...said, low: moved(said.low), high: moved(said.high) };
  });
  return { ...draft, statements };
}

export function withRedLine(draft: SheetDraft, line: RedLine): SheetDraft {
  const known = draft.redLines.some(({ id }) => id === line.id);
  return {
    ...draft,
    redLines: known ? draft.redLines.map((each) => (each.id === line.id ? line : each)) : [...draft.redLines, line],
  };
}

export function withoutRedLine(draft: SheetDraft, id: string): SheetDraft {
  return { ...draft, redLines: draft.redLines.filter((line) => line.id !== id) };
}

/** An id the language accepts, from a name, that no other line or floor of the draft has. */
export function newLineId(draft: SheetDraft, name: string): string {
  const taken = new Set([...draft.redLines, ...draft.floors].map(({ id }) => id));
  const stem =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "line";
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** Moves a member of an order by so many ranks; it then stands alone in its rank. */
export function movedBy(
  order: readonly (readonly string[])[],
  member: string,
  step: number,
): readonly (readonly string[])[] {
  const at = order.findIndex((rank) => rank.includes(member));
  const rank = order[at];
  if (!rank) return order;
  if (rank.length > 1) {
    // leaves its ties: just before them, or just after
    const rest = rank.filter((one) => one !== member);
    return [...order.slice(0, at), ...(step < 0 ? [[member], rest] : [rest, [member]]), ...order.slice(at + 1)];
  }
  return placedAt(order, member, at + step);
}

/** The member alone in the rank with this number; the others keep their order. */
export function placedAt(
  order: readonly (readonly string[])[],
  member: string,
  place: number,
): readonly (readonly string[])[] {
  const others = order.map((rank) => rank.filter((one) => one !== member)).filter((rank) => rank.length > 0);
  const at = Math.min(others.length, Math.max(0, place));
  return [...others.slice(0, at), [member], ...others.slice(at)];
}

/** Tied with the rank above it, or loosened from its ties to stand just below them. */
export function tiedWithAbove(
  order: readonly (readonly string[])[],
  member: string,
  tied: boolean,
): readonly (readonly string[])[] {
  const at = order.findIndex((rank) => rank.includes(member));
  const rank = order[at];
  if (!rank) return order;
  if (tied) {
    const above = order[at - 1];
    if (!above) return order;
    return [...order.slice(0, at - 1), [...above, ...rank], ...order.slice(at + 1)];
  }
  const place = rank.indexOf(member);
  if (place <= 0) return order;
  return [...order.slice(0, at), rank.slice(0, place), rank.slice(place), ...order.slice(at + 1)];
}
