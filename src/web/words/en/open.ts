/** Opening a scenario. */
export const open = {
  "open.missing": "This scenario is not in this browser’s library, and none of that name comes with Entente.",
  "open.failed": "This scenario could not be opened.",
  "open.broken": "This scenario has mistakes, so nothing can be computed from it yet.",
  "open.broken.edit": "Open it in the editor",
  "open.print.preparing": "Preparing the page for print…",
  "open.print.cancel": "Cancel",
  "open.print.missing": "Not computed when this was printed.",
} as const;
