import { useWords } from "../../../words/words.tsx";
import type { Sending } from "./use-sending.ts";

/** Beside a command: that it is under way, or why it was refused, by which rule. */
export function Refused({ sending }: { readonly sending: Sending }) {
  const words = useWords();
  if (sending.kind === "sending") return <p className="note">{words("room.sending")}</p>;
  if (sending.kind !== "refused") return null;
  return <RefusalText rule={sending.rule} message={sending.message} />;
}

export function RefusalText({ rule, message }: { readonly rule: string; readonly message: string }) {
  return (
    <p className="room-refused" role="alert">
      {/^[RH]\d/.test(rule) ? <strong>{rule} </strong> : null}
      {message}
    </p>
  );
}
