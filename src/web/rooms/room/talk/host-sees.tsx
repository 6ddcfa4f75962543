import { type ChannelKind, isPublic } from "#room";
import { useWords } from "../../../words/words.tsx";

/** On every box that something is written in: what the host can read of it. */
export function HostSees({ kind }: { readonly kind: ChannelKind | "delegation" }) {
  const words = useWords();
  const of = kind === "delegation" ? "delegation" : isPublic(kind) ? "public" : "private";
  return <p className="room-host-sees note">{words(`room.host-sees.${of}`)}</p>;
}
