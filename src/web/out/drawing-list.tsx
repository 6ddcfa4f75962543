import { useEffect, useState } from "react";
import type { Outputs } from "#compute/browser";
import { useWords } from "../words/words.tsx";
import { DrawingButtons } from "./drawing-buttons.tsx";
import { drawingFile } from "./drawing-image.ts";

type Drawing = Outputs["drawings"][number];

/** Every drawing of the report, as its file looks. */
export function DrawingList({ scenario, drawings }: { readonly scenario: string } & Pick<Outputs, "drawings">) {
  const words = useWords();
  return (
    <section aria-labelledby="out-drawings">
      <h2 id="out-drawings">{words("out.drawings")}</h2>
      {drawings.length === 0 ? <p className="note">{words("out.drawings.none")}</p> : null}
      <ul className="out-drawings">
        {drawings.map((drawing) => (
          <li key={drawing.id}>
            <Preview drawing={drawing} />
            <h3>
              <bdi>{drawing.title}</bdi>
            </h3>
            <div className="row">
              <DrawingButtons scenario={scenario} id={drawing.id} title={drawing.title} svg={() => drawing.svg} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ drawing: { svg, title } }: { readonly drawing: Drawing }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let wanted = true;
    void drawingFile(svg).then(({ file }) => {
      if (!wanted) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [svg]);
  return <div className="out-preview">{address ? <img src={address} alt={title} /> : null}</div>;
}
