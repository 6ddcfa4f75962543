import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { SheetDraft } from "#elicitation";
import { useDeal } from "../../deal/deal-context.tsx";
import { randomUuid } from "../../shelf/random-uuid.ts";
import { Refusal } from "../../shelf/refusal.tsx";
import type { Refused } from "../../shelf/shelf.ts";
import { useShelf, useShelfTrouble } from "../../shelf/shelf-context.tsx";
import { useWords } from "../../words/words.tsx";
import { hashOf } from "../place-in-address.ts";
import { NewSheet } from "./new-sheet.tsx";
import { OpenFile } from "./open-file.tsx";
import { SheetList } from "./sheet-list.tsx";

/** The sheets in the making, and the ways to begin one. */
export function StartPage({ notice }: { readonly notice?: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const shelf = useShelf();
  const trouble = useShelfTrouble();
  const { key } = useDeal();
  const [refused, setRefused] = useState<Refused>();
  const begin = async (name: string, draft: SheetDraft): Promise<void> => {
    const record = { id: randomUuid(), version: 0, changed: "", scenario: key, name, draft };
    const saved = await shelf.save("sheet", record);
    setRefused(saved.ok ? undefined : saved.error);
    if (saved.ok)
      await navigate({ to: "/s/$key/prepare", params: { key }, hash: hashOf({ sheet: record.id, step: "matters" }) });
  };
  return (
    <>
      <h1>{words("prepare.title")}</h1>
      <p className="prepare-lead">{words("prepare.lead")}</p>
      {notice ? (
        <p role="alert" className="card">
          {notice}
        </p>
      ) : null}
      {trouble ? <Refusal refused={trouble} /> : null}
      {refused ? <Refusal refused={refused} /> : null}
      <div className="prepare-start">
        <NewSheet onBegin={begin} />
        <div>
          <SheetList />
          <OpenFile onBegin={begin} />
        </div>
      </div>
    </>
  );
}
