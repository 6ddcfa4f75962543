import { svgFile, type Table, tableCsv } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import { CsvButton } from "./csv-button.tsx";
import { DrawingButtons } from "./drawing-buttons.tsx";
import "./plot-actions.css";

/** Pixels across that a drawing's file gives to what is drawn. */
const width = 828;

type PlotActionsProps = {
  /** In the files' names: "guyana-venezuela". */
  readonly id: string;
  readonly title: string;
  /** As a `Plot` is drawn. */
  readonly draw: (width: number, id: string) => string;
  /** The numbers behind it. */
  readonly table?: () => Table;
};

/** Takes one drawing of a page out. */
export function PlotActions({ id, title, draw, table }: PlotActionsProps) {
  const { agenda } = useDeal().scenario;
  const words = useWords();
  return (
    <fieldset className="plot-actions" aria-label={words("out.plot", { title })}>
      <DrawingButtons scenario={agenda.id} id={id} title={title} svg={() => svgFile(draw(width, "drawing"))} />
      {table ? <CsvButton scenario={agenda.id} id={id} title={title} csv={() => tableCsv(table())} /> : null}
    </fieldset>
  );
}
