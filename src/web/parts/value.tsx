import type { ReactNode } from "react";
import { points, signedPoints } from "#report";
import { useAct } from "../deal/deal-context.tsx";
import type { EvidenceRef } from "../deal/evidence-ref.ts";
import { useWords } from "../words/words.tsx";
import "./value.css";

type ValueProps = {
  /** The number as computed, unrounded. */
  readonly value: number;
  /** The scale of the party's sheet; decides the decimals. */
  readonly scale?: number;
  /** A change or a surplus: with its sign. */
  readonly signed?: boolean;
  /** What stands behind it: one click away in the inspector. */
  readonly evidence?: EvidenceRef;
};

/** A number in points, with its exact value in the markup and its evidence one click away. */
export function Value({ value, scale = 100, signed = false, evidence }: ValueProps) {
  const shown = signed ? signedPoints(value, scale) : points(value, scale);
  const number = (
    <data className="value" value={value}>
      {shown}
    </data>
  );
  return evidence ? <ShowEvidence of={evidence}>{number}</ShowEvidence> : number;
}

/** Whatever it holds becomes the way to the evidence. */
export function ShowEvidence({ of, children }: { readonly of: EvidenceRef; readonly children: ReactNode }) {
  const act = useAct();
  const words = useWords();
  return (
    <button
      type="button"
      className="show-evidence"
      title={words("frame.inspector.evidence")}
      onClick={() => act({ kind: "show-evidence", of })}
    >
      {children}
    </button>
  );
}
