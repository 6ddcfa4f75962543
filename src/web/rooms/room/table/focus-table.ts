export const tableTitle = "room-table-title";

/**
 * After a move whose form or card goes away: the reader goes on at the table. Who has gone elsewhere meanwhile stays there.
 */
export function focusTable(): void {
  const { activeElement: active, body } = document;
  const isThere = active === null || active === body || active.closest(".room-composer, .room-offer") !== null;
  if (isThere) document.getElementById(tableTitle)?.focus();
}
