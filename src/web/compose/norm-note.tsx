import { Fragment } from "react";
import type { Option } from "#model";
import { useDeal } from "../deal/deal-context.tsx";
import { DocumentText } from "../parts/document-text.tsx";
import { useWords } from "../words/words.tsx";

/** The legal norm an option touches, with its sources: shown, never enforced. */
export function NormNote({ norm }: { readonly norm: NonNullable<Option["norm"]> }) {
  const { names } = useDeal();
  const words = useWords();
  return (
    <p className="compose-norm">
      <span className="badge badge-warning">{words("compose.norm")}</span> <bdi>{norm.text}</bdi>{" "}
      {norm.sources.map((source, at) => (
        <Fragment key={source}>
          {at > 0 ? "; " : ""}
          <DocumentText text={names.source(source)} />
        </Fragment>
      ))}
    </p>
  );
}
