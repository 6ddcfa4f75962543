import type { ZoneTable } from "#monitor";
import { measureWords } from "#report";
import { useWords } from "../words/words.tsx";
import { OptionTable } from "./option-table.tsx";

/** How thin each patrol on the agenda would be. */
export function PatrolTable({ table }: { readonly table: ZoneTable }) {
  const words = useWords();
  const { patrolIssue, patrols } = table;
  if (patrolIssue === undefined || patrols.length === 0) return null;
  const published = patrols.some(({ perPublishedKm }) => perPublishedKm !== undefined);
  const columns = [words("map.troops"), words("map.patrol.perKm")];
  return (
    <OptionTable
      title={words("map.patrol")}
      lead={words("map.patrol.lead")}
      issue={patrolIssue}
      first={words("map.patrol.option")}
      columns={published ? [...columns, words("map.patrol.perPublishedKm")] : columns}
      rows={patrols.map(({ option, name, troops, perKm, perPublishedKm }) => ({
        option,
        name,
        cells: [troops, perKm, perPublishedKm].map((measure) => measure && bare(measureWords(measure))),
      }))}
    />
  );
}

/** The figures alone: the column says the unit. */
function bare(text: string | undefined): string | undefined {
  return text?.split(" ")[0];
}
