import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { plainText } from "#report";
import { useDeal } from "../../deal/deal-context.tsx";
import { useWords } from "../../words/words.tsx";
import { isolated } from "../isolated.ts";

/** Who must agree, by whether anything is known of their preferences; `none` when nothing is known of anybody's. */
export function useKnownPreferences(): {
  readonly none: boolean;
  readonly some: boolean;
  /** For a sentence: the names of those known, and of those who are not. */
  readonly values: { readonly known: string; readonly missing: string; readonly count: number };
} {
  const { names } = useDeal();
  const intl = useIntl();
  const list = (parties: readonly string[]) =>
    intl.formatList(
      parties.map((party) => isolated(plainText(names.party(party)))),
      { type: "conjunction" },
    );
  const { judged, unjudged } = names;
  return {
    none: judged.length === 0,
    some: judged.length > 0 && unjudged.length > 0,
    values: { known: list(judged), missing: list(unjudged), count: unjudged.length },
  };
}

/** The two ways from no sheet to one. */
export function SheetLinks() {
  const { key } = useDeal();
  const words = useWords();
  return (
    <p className="answer-sheets row screen-only">
      <Link to="/s/$key/prepare" params={{ key }}>
        {words("deal.sheets.prepare")}
      </Link>
      <Link to="/s/$key/edit" params={{ key }}>
        {words("deal.sheets.edit")}
      </Link>
    </p>
  );
}
