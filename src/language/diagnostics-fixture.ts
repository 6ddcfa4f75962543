import type { DiagnosticCode } from "./diagnostic-codes.ts";

export const head = `schema: entente.scenario/1
id: t
title: T
as_of: 2025-01-01
`;
export const parties = "parties: { A: Alpha, B: Beta, C: Gamma }\n";
export const issues = `clusters: { C: Cluster }
issues:
  I: { cluster: C, options: { x: X, y: Y } }
  J: { options: { x: { quantities: { troops: 5 } }, y: Y } }
`;
export const sources = "sources: { S: { title: t, publisher: p, date: 2025, kind: data, funding: none } }\n";
export const agenda = head + parties + issues + sources;

/** One mistake: the texts, with the mark just before the place where the diagnostic must stand. */
export type Case = {
  readonly code: DiagnosticCode;
  readonly scenario?: string;
  readonly sheets?: Readonly<Record<string, string>>;
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
};
export const mark = "‹";

export const withPackage = `${agenda}packages: { p: { set: { I: x } } }\n`;
