import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { readDraft } from "#elicitation";
import { useOpenedScenario } from "../open/opened-context.ts";
import type { SheetRecord } from "../shelf/shelf.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import { placeFrom } from "./place-in-address.ts";
import { SheetDesk } from "./sheet-desk.tsx";
import { StartPage } from "./start/start-page.tsx";
import "./prepare.css";

type Found =
  | { readonly state: "reading" }
  | { readonly state: "there"; readonly record: SheetRecord }
  | { readonly state: "missing" | "unreadable" };

/** One side alone writes its own sheet. Without a sheet in the address: the sheets there are, and how to begin one. */
export function PreparePage() {
  const words = useWords();
  const { opened } = useOpenedScenario();
  const hash = useLocation({ select: (location) => location.hash });
  const place = placeFrom(hash);
  const sheet = place?.sheet;
  const found = useFound(sheet, opened.key);
  return (
    <div className="prepare">
      {place && found.state === "there" && found.record.id === sheet ? (
        <SheetDesk key={sheet} record={found.record} place={place} />
      ) : place && found.state === "reading" ? (
        <p role="status">{words("frame.loading")}</p>
      ) : (
        <StartPage
          {...(found.state === "missing" ? { notice: words("prepare.start.missing") } : {})}
          {...(found.state === "unreadable" ? { notice: words("prepare.start.unreadable") } : {})}
        />
      )}
    </div>
  );
}

function useFound(sheet: string | undefined, scenario: string): Found {
  const shelf = useShelf();
  const [found, setFound] = useState<Found & { readonly of?: string }>({ state: "reading" });
  useEffect(() => {
    if (sheet === undefined) return;
    let wanted = true;
    void shelf.read("sheet", sheet).then((record) => {
      if (!wanted) return;
      if (!record || record.scenario !== scenario) setFound({ state: "missing", of: sheet });
      else if (!readDraft(record.draft)) setFound({ state: "unreadable", of: sheet });
      else setFound({ state: "there", record, of: sheet });
    });
    return () => {
      wanted = false;
    };
  }, [shelf, sheet, scenario]);
  return sheet !== undefined && found.of === sheet ? found : { state: "reading" };
}
