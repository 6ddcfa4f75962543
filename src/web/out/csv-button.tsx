import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";
import { fileName } from "./file-name.ts";

type CsvButtonProps = {
  readonly scenario: string;
  readonly id: string;
  readonly title: string;
  readonly csv: () => string;
};

/** A table as a file that spreadsheets read. */
export function CsvButton({ scenario, id, title, csv }: CsvButtonProps) {
  const words = useWords();
  return (
    <button type="button" onClick={() => download(fileName(scenario, id, "csv"), csv(), "text/csv;charset=utf-8")}>
      {words("out.csv")}
      <span className="unseen">: {title}</span>
    </button>
  );
}
