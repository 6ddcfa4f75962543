export type AgendaIssue = { readonly id: string; readonly options: readonly string[] };

/**
 * The sheet a party begins with: every issue counts the same and every option half, which is no judgement yet and says
 * so. Reads without a mistake, so that the answer is there from the first change on.
 */
export function newSheetText(party: string, issues: readonly AgendaIssue[], author: string): string {
  const lines = issues.map(({ id, options }) => {
    const values = options.map((option) => `${quoted(option)}: 50`);
    return `  ${quoted(id)}: { weight: 1, values: { ${values.join(", ")} } }`;
  });
  return `schema: entente.sheet/1
party: ${quoted(party)}
kind: estimate
author: ${JSON.stringify(author)}
evidence: { confidence: low, why: not judged yet }

reservation: { low: 40, mid: 50, high: 60 }

issues:${lines.length === 0 ? " {}" : ""}
${lines.join("\n")}
`;
}

/** Ids are letters, digits, "_", "-" and "."; some of them would be read as a number or a truth value. */
function quoted(id: string): string {
  return /^[A-Za-z_][\w-]*$/.test(id) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(id) ? id : JSON.stringify(id);
}
