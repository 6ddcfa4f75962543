import { Link } from "@tanstack/react-router";
import { unreachable } from "#prelude";
import { Refusal } from "../../shelf/refusal.tsx";
import { type MessageId, useWords } from "../../words/words.tsx";
import type { Hindrance } from "./take-seat.ts";

/** Why there is no seat behind this link, and what to do. */
export function HindranceView({ why, onAgain }: { readonly why: Hindrance; readonly onAgain: () => void }) {
  const words = useWords();
  const { title, what } = wordsOf(why);
  const values = { name: "name" in why ? why.name : "", reason: "reason" in why ? why.reason : "" };
  return (
    <>
      <h1>{words(title, values)}</h1>
      <div role="alert">
        {why.kind === "refused" || why.kind === "busy" ? <p>{why.message}</p> : null}
        {why.kind === "not kept" ? <Refusal refused={why.refused} /> : null}
        <p>{words(what, values)}</p>
      </div>
      <p className="row">
        {why.kind === "unreachable" || why.kind === "busy" || why.kind === "not kept" ? (
          <button type="button" className="primary" onClick={onAgain}>
            {words("join.again")}
          </button>
        ) : null}
        <Link to="/rooms">{words("join.rooms")}</Link>
      </p>
    </>
  );
}

function wordsOf(why: Hindrance): { readonly title: MessageId; readonly what: MessageId } {
  switch (why.kind) {
    case "unknown":
      return { title: "join.unknown", what: "join.unknown.what" };
    case "refused":
      return { title: "join.refused", what: "join.refused.what" };
    case "unreachable":
      return { title: "join.unreachable", what: "join.unreachable.what" };
    case "busy":
      return { title: "join.busy", what: "join.unreachable.what" };
    case "taken elsewhere":
      return { title: "join.elsewhere", what: "join.elsewhere.what" };
    case "removed":
      return { title: "join.removed", what: "join.removed.what" };
    case "ended":
      return { title: "join.ended", what: "join.ended.what" };
    case "other agenda":
      return { title: "join.agenda", what: "join.agenda.what" };
    case "not kept":
      return { title: "join.notKept", what: "join.notKept.what" };
    default:
      return unreachable(why);
  }
}
