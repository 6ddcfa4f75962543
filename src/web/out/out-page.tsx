import { useEffect, useState } from "react";
import { budgetMs } from "../deal/deal-answer.ts";
import { useDeal } from "../deal/deal-context.tsx";
import { useAsking } from "../deal-page/sure/asking.ts";
import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";
import { DrawingList } from "./drawing-list.tsx";
import { fileName } from "./file-name.ts";
import { MadeFrom } from "./made-from.tsx";
import { ScenarioButtons } from "./scenario-buttons.tsx";
import { TableList } from "./table-list.tsx";
import "./out.css";

/** What the reader waits for while the files are made. */
type Wanted = "report" | "json" | "list";

/** Everything that was computed, as files. */
export function OutPage() {
  const { scenario, options } = useDeal();
  const words = useWords();
  const { known, running, failed, ask, finish } = useAsking("outputs");
  const [wanted, setWanted] = useState<Wanted>();
  const [given, setGiven] = useState("");
  const [ended, setEnded] = useState(false);
  const { id } = scenario.agenda;
  const current = known && known.input.scenario === scenario && known.input.options === options;
  const made = current ? known.answer : undefined;

  const want = (what: Wanted) => {
    setGiven("");
    setWanted(what);
    if (!made && !running) make();
  };
  const make = () => {
    setEnded(false);
    ask({ scenario, options, budgetMs, fonts: "/fonts" });
  };
  useEffect(() => {
    if (!wanted || running) return;
    if (made && wanted !== "list") {
      const name = wanted === "report" ? fileName(id, "report", "html") : fileName(id, "analysis", "json");
      if (wanted === "report") download(name, made.report, "text/html;charset=utf-8");
      else download(name, made.json, "application/json");
      setGiven(words("out.given", { name }));
    }
    // without files it failed, or an assumption changed meanwhile: both are said below
    setWanted(undefined);
  }, [wanted, running, made, id, words]);

  return (
    <div className="out">
      <h1>{words("out.title")}</h1>
      <MadeFrom />
      <section aria-labelledby="out-whole">
        <h2 id="out-whole">{words("out.whole")}</h2>
        <div className="row">
          <button type="button" className="primary" disabled={running !== undefined} onClick={() => want("report")}>
            {words("out.report")}
          </button>
          <button type="button" disabled={running !== undefined} onClick={() => want("json")}>
            {words("out.json")}
          </button>
          <ScenarioButtons />
          {made ? null : (
            <button type="button" disabled={running !== undefined} onClick={() => want("list")}>
              {words("out.list")}
            </button>
          )}
        </div>
        {running ? (
          <Making
            running={running}
            onStop={() => {
              setEnded(true);
              finish();
            }}
          />
        ) : null}
        <p role="status" className="note">
          {running ? words("out.making") : failed ? words("out.failed", { why: failed }) : given}
        </p>
        {made && ended && !running ? (
          <p className="row">
            <span>{words("out.ended")}</span>
            <button type="button" onClick={make}>
              {words("out.again")}
            </button>
          </p>
        ) : null}
        {known && !current && !running ? <p className="note">{words("out.outdated")}</p> : null}
        <p className="note">{words("out.report.note")}</p>
        <p className="note">{words("out.print.note")}</p>
      </section>
      {made ? (
        <>
          <DrawingList scenario={id} drawings={made.drawings} />
          <TableList scenario={id} tables={made.tables} />
        </>
      ) : null}
    </div>
  );
}

function Making({
  running: { phase, done, of },
  onStop,
}: {
  readonly running: { readonly phase?: string; readonly done: number; readonly of?: number };
  readonly onStop: () => void;
}) {
  const words = useWords();
  return (
    <div className="row out-making">
      <progress aria-label={words("out.making")} {...(of === undefined ? {} : { value: done, max: of })} />
      <span className="small">
        {phase === undefined
          ? words("out.making")
          : of === undefined
            ? words("frame.working", { phase })
            : words("frame.working.of", { phase, done, of })}
      </span>
      <button type="button" onClick={onStop}>
        {words("out.stop")}
      </button>
    </div>
  );
}
