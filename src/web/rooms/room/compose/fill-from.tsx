import { useState } from "react";
import type { Choices, Issue } from "#model";
import { useWords } from "../../../words/words.tsx";
import { askPackages, type NamedPackage } from "../delegation/sheet-questions.ts";
import { useRoom } from "../live/live-room.tsx";
import { useOfferName } from "../whole/offer-name.tsx";
import { settledBy, useWhole } from "../whole/use-whole.tsx";
import { choicesOn } from "./offer-draft.ts";

type FillProps = { readonly issues: readonly Issue[]; readonly fill: (choices: Choices) => void };

/** Fills a form at one stroke: from what is settled, from an offer that this seat sees, or from a package of the scenario. */
export function FillFrom(props: FillProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="room-fill" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("room-moves.fill")}</summary>
      {open ? <Sources {...props} /> : null}
    </details>
  );
}

function Sources({ issues, fill }: FillProps) {
  const { agenda } = useRoom();
  const words = useWords();
  const offerName = useOfferName();
  const { channels, composition } = useWhole();
  const [packages, setPackages] = useState<readonly NamedPackage[] | "reading">();
  const read = async (): Promise<void> => {
    setPackages("reading");
    setPackages(await packagesOf(agenda.id));
  };
  const settled = choicesOn(issues, settledBy(composition));
  const offers = channels.flatMap(({ offers: tabled }) =>
    [...tabled.values()]
      .filter(({ status: { kind } }) => kind === "live" || kind === "provisionally agreed")
      .map(({ offer }) => ({ offer, choices: choicesOn(issues, offer.choices) }))
      .filter(({ choices }) => Object.keys(choices).length > 0),
  );
  const hasSettled = Object.keys(settled).length > 0;
  const from = (key: string, name: string, choices: Choices) => (
    <li key={key}>
      <button type="button" className="quiet" onClick={() => fill(choices)}>
        <bdi>{name}</bdi>
      </button>{" "}
      <span className="soft">{words("room-moves.fill.count", { count: Object.keys(choices).length })}</span>
    </li>
  );
  return (
    <>
      <p className="note">{words("room-moves.fill.what")}</p>
      {hasSettled || offers.length > 0 ? (
        <ul>
          {hasSettled ? from("settled", words("room-moves.fill.settled"), settled) : null}
          {offers.map(({ offer: { id, channel }, choices }) => from(id, offerName({ channel, offer: id }), choices))}
        </ul>
      ) : null}
      <div aria-live="polite">
        {packages === undefined ? (
          <p>
            <button type="button" onClick={() => void read()}>
              {words("room-moves.fill.packages")}
            </button>
          </p>
        ) : packages === "reading" ? (
          <p className="note">{words("room.sheet.reading")}</p>
        ) : packages.length === 0 ? (
          <p className="note">{words("room-moves.fill.packages.none")}</p>
        ) : (
          <ul aria-label={words("room-moves.fill.packages")}>
            {packages.map(({ name, choices }) => from(name, name, choicesOn(issues, choices)))}
          </ul>
        )}
      </div>
    </>
  );
}

/** They are public with the scenario, and not with the agenda: of one that does not come with Entente there are none here. */
async function packagesOf(id: string): Promise<readonly NamedPackage[]> {
  const response = await fetch(`/scenarios/${id}`).catch(() => undefined);
  if (!response?.ok) return [];
  const { files } = await response.json(); // our own server's
  return askPackages(files);
}
