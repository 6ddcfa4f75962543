import type { ConstraintRef } from "#analysis";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { ShowEvidence } from "../parts/value.tsx";

/** "Russia’s hard line on Ukraine and NATO membership", and the way to who says so. Its kinds are kinds of evidence too. */
export function ConstraintName({ of }: { readonly of: ConstraintRef }) {
  const { names } = useDeal();
  return (
    <ShowEvidence of={of}>
      <DocumentText text={names.constraint(of)} />
    </ShowEvidence>
  );
}
