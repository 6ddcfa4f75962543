import type { ZoneTable } from "#monitor";
import { measureWords } from "#report";
import { useWords } from "../words/words.tsx";
import { OptionTable } from "./option-table.tsx";

/** The demilitarised zone at every depth on the agenda. */
export function DepthTable({ table }: { readonly table: ZoneTable }) {
  const words = useWords();
  return (
    <OptionTable
      title={words("map.depths")}
      lead={words("map.depths.lead")}
      issue={table.depthIssue}
      first={words("map.depths.option")}
      columns={[words("map.area"), words("map.area.land")]}
      rows={table.depths.map(({ option, name, areaKm2, landKm2 }) => ({
        option,
        name,
        cells: [measureWords(areaKm2), measureWords(landKm2)],
      }))}
    />
  );
}
