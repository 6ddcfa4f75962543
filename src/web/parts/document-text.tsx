import { Fragment } from "react";
import { type Inline, inlines, type Text } from "#report";
import { ShowEvidence } from "./value.tsx";
import "./document-text.css";

/** The words of a report's document, as the page shows them. */
export function DocumentText({ text }: { readonly text: Text }) {
  return (
    <>
      {inlines(text).map((inline, at) => (
        <Fragment key={at}>{one(inline)}</Fragment>
      ))}
    </>
  );
}

function one(inline: Inline) {
  if (typeof inline === "string") return <Powers of={inline} />;
  switch (inline.kind) {
    case "name":
      return <bdi>{inline.text}</bdi>;
    case "party":
      return <bdi>{inline.text}</bdi>;
    case "id":
      return <code>{inline.text}</code>;
    case "strong":
      return (
        <strong>
          <DocumentText text={inline.of} />
        </strong>
      );
    case "faint":
      return (
        <span className="soft">
          <DocumentText text={inline.of} />
        </span>
      );
    case "verdict":
      return <span className={`verdict verdict-${inline.is}`}>{inline.text}</span>;
    case "badge":
      return <span className={`badge badge-${inline.tone}`}>{inline.text}</span>;
    case "source":
      return <ShowEvidence of={{ kind: "source", source: inline.source }}>{inline.text}</ShowEvidence>;
    case "anchor":
      return null;
  }
}

/** "4.2 × 10^13" with its exponent raised. */
function Powers({ of }: { readonly of: string }) {
  const parts = of.split(/10\^(−?-?\d+)/);
  return parts.map((part, at) => {
    // every second part is an exponent; the parts of a string have no other name than their place
    const key = `${at} ${part}`;
    return at % 2 === 0 ? (
      <Fragment key={key}>
        {part}
        {at < parts.length - 1 ? "10" : ""}
      </Fragment>
    ) : (
      <sup key={key}>{part}</sup>
    );
  });
}
