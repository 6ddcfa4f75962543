import type { PartyId } from "#model";
import { partySymbol } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import "./party-name.css";

/** A party with its mark, and, where its numbers are meant, the label of an estimate. */
export function PartyName({ party, labelled = false }: { readonly party: PartyId; readonly labelled?: boolean }) {
  const { scenario } = useDeal();
  const words = useWords();
  const slot = Math.max(
    0,
    scenario.agenda.parties.findIndex(({ id }) => id === party),
  );
  const name = scenario.agenda.parties[slot]?.name ?? party;
  const estimate = scenario.sheets.find((sheet) => sheet.party === party)?.kind === "estimate";
  return (
    <span className="party-name">
      <PartyMark slot={slot} />
      <bdi>{name}</bdi>
      {labelled && estimate ? <small className="party-estimate">{words("frame.estimate")}</small> : null}
    </span>
  );
}

/** The party's shape and hue; always beside its name. */
export function PartyMark({ slot }: { readonly slot: number }) {
  return (
    <svg
      className="party-mark"
      viewBox="0 0 14 14"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: partySymbol(slot % 8, 7, 7) }}
    />
  );
}
