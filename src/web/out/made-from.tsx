import { useDeal, useWhatIf } from "../deal/deal-context.tsx";
import { differences } from "../deal/what-if.ts";
import { shippedId } from "../shelf/scenario-key.ts";
import { useDifferenceWords } from "../what-if/differences.tsx";
import { useWords } from "../words/words.tsx";
import { fileName } from "./file-name.ts";

/** What the files hold, so that nobody takes assumptions for the scenario, and how to have the same without this page. */
export function MadeFrom() {
  const { key, written, scenario, options } = useDeal();
  const whatIf = useWhatIf();
  const words = useWords();
  const describe = useDifferenceWords();
  const assumed = differences(written, whatIf);
  const saved = scenario.packages.length - written.packages.length;
  const toggled = (options.enforce?.length ?? 0) + (options.setAside?.length ?? 0);
  const report = fileName(written.agenda.id, "report", "html");
  const command = `npx entente analyze ${shippedId(key) ?? written.agenda.id} --report ${report}`;
  return (
    <div className="out-from">
      <p>
        <strong>
          {assumed.length === 0 ? words("out.from.written") : words("out.from.assumed", { count: assumed.length })}
        </strong>
        {saved > 0 ? ` ${words("out.from.saved", { count: saved })}` : null}
      </p>
      {assumed.length > 0 ? (
        <ul>
          {assumed.map((one) => (
            <li key={one.id}>
              <bdi>{describe(one)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {assumed.length === 0 && saved === 0 ? (
        <p className="note">
          {words("out.command")} <code dir="ltr">{command}</code>
        </p>
      ) : (
        <p className="note">
          {words("out.command.changed")}
          {toggled > 0 ? ` ${words("out.command.toggled")}` : null}
        </p>
      )}
    </div>
  );
}
