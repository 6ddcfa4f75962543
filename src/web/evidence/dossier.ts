import type { Evidence, Judgement, PartyId, PreferenceSheet, Scenario } from "#model";
import type { Names, Text } from "#report";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import type { Origin } from "./evidence-origin.ts";
import { judgementDossier } from "./judgement-dossier.ts";
import { recordDossier } from "./record-dossier.ts";
import type { Say } from "./say.ts";

/** What stands behind one thing on the page, ready to be laid out. */
export type Dossier = {
  /** What kind of thing it is: "judgement: a weight". */
  readonly kind: string;
  /** Whose sheet it is on. */
  readonly party?: PartyId;
  /** The judged number with its range, and what it is a number of. */
  readonly number?: { readonly judgement: Judgement; readonly unit: string };
  readonly facts: readonly { readonly label: string; readonly text: Text }[];
  /** Who says so, when, how surely and why. Of a sheet's judgement: with what it has from the sheet. */
  readonly evidence?: Evidence;
  readonly origin?: Pick<Origin, "fromSheet" | "wholly">;
  readonly related: readonly Related[];
};

export type Related = {
  readonly label: string;
  readonly items: readonly { readonly name: Text; readonly of: EvidenceRef }[];
};

/** What a dossier is written from. */
export type Archive = { readonly scenario: Scenario; readonly names: Names; readonly say: Say };

type Computed = Extract<EvidenceRef, { kind: "utility" | "answer" | "source" }>;

/** Undefined when the scenario has no such thing (any more). */
export function dossierOf(ref: Exclude<EvidenceRef, Computed>, archive: Archive): Dossier | undefined {
  switch (ref.kind) {
    case "sheet":
    case "reservation":
    case "weight":
    case "value":
    case "linkage":
    case "line":
    case "floor": {
      const sheet = archive.names.sheet(ref.party);
      return sheet && judgementDossier(ref, sheet, archive);
    }
    default:
      return recordDossier(ref, archive);
  }
}

/** What a sheet's judgements are labelled with wherever they show. */
export function sheetKind({ kind }: PreferenceSheet, say: Say): string {
  return say(kind === "estimate" ? "frame.estimate" : "frame.own");
}
