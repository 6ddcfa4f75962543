import { useMemo, useState } from "react";
import { composeIfAccepted, type OfferRef } from "#room";
import { useWords } from "../../../words/words.tsx";
import { useRoom } from "../live/live-room.tsx";
import { OfferLinks } from "../whole/offer-name.tsx";
import { useWhole } from "../whole/use-whole.tsx";

/** What would close if this offer were agreed and all else stayed; computed when somebody looks. */
export function IfAccepted({ of }: { readonly of: OfferRef }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="room-if" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("room.if")}</summary>
      {open ? <Outcome channel={of.channel} offer={of.offer} /> : null}
    </details>
  );
}

function Outcome({ channel, offer }: OfferRef) {
  const { agenda, names, session } = useRoom();
  const words = useWords();
  const { channels, composition } = useWhole();
  const found = useMemo(() => {
    const options = { at: session.now(), steps: 50_000 };
    return composeIfAccepted(agenda, channels, { channel, offer }, options, composition);
  }, [agenda, channels, composition, channel, offer, session]);
  if (!found) return <p>{words("room.if.not")}</p>;
  const { closesToo, settles, composition: then } = found;
  return (
    <>
      <p>
        {closesToo.length === 0 ? words("room.if.none") : <>{words("room.if.closes")} </>}
        <OfferLinks of={closesToo} />
      </p>
      {settles.length > 0 ? <p>{words("room.if.settles", { issues: settles.map(names.issue).join(", ") })}</p> : null}
      {then.closing.kind === "several" ? <p>{words("room.if.several", { count: then.closing.count })}</p> : null}
    </>
  );
}
