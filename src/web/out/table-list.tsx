import type { Outputs } from "#compute/browser";
import { zipOf } from "../library/zip-of.ts";
import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";
import { CsvButton } from "./csv-button.tsx";
import { fileName } from "./file-name.ts";

/** Every table of the report, one by one or all at once. */
export function TableList({ scenario, tables }: { readonly scenario: string } & Pick<Outputs, "tables">) {
  const words = useWords();
  const all = async () => {
    const files = tables.map(({ id, csv }) => [fileName(scenario, id, "csv"), csv] as const);
    download(fileName(scenario, "tables", "zip"), await zipOf(Object.fromEntries(files)));
  };
  return (
    <section aria-labelledby="out-tables">
      <div className="out-head">
        <h2 id="out-tables">{words("out.tables")}</h2>
        <button type="button" onClick={() => void all()}>
          {words("out.tables.all", { count: tables.length })}
        </button>
      </div>
      <ul className="out-tables">
        {tables.map(({ id, title, csv }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            <CsvButton scenario={scenario} id={id} title={title} csv={() => csv} />
          </li>
        ))}
      </ul>
    </section>
  );
}
