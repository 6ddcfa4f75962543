import { useState } from "react";
import { download } from "../parts/download.ts";
import { useWords } from "../words/words.tsx";
import { drawingPng } from "./drawing-image.ts";
import { fileName } from "./file-name.ts";

type DrawingButtonsProps = {
  readonly scenario: string;
  /** In the file's name. */
  readonly id: string;
  /** What it shows: a reader who hears the buttons one by one hears it too. */
  readonly title: string;
  /** A file that stands alone. */
  readonly svg: () => string;
};

/** A drawing as a file: as a drawing, or as an image. */
export function DrawingButtons({ scenario, id, title, svg }: DrawingButtonsProps) {
  const words = useWords();
  const [said, setSaid] = useState("");
  const png = async () => {
    try {
      const drawn = await drawingPng(svg());
      download(fileName(scenario, id, "png"), drawn.png);
      setSaid(drawn.noFonts === undefined ? "" : words("out.png.fonts", { why: drawn.noFonts }));
    } catch (error) {
      setSaid(words("out.png.failed", { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <>
      <button
        type="button"
        onClick={() => download(fileName(scenario, id, "svg"), svg(), "image/svg+xml;charset=utf-8")}
      >
        {words("out.svg")}
        <span className="unseen">: {title}</span>
      </button>
      <button type="button" onClick={() => void png()}>
        {words("out.png")}
        <span className="unseen">: {title}</span>
      </button>
      <span role="status" className="note">
        {said}
      </span>
    </>
  );
}
