import { useBlocker, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { copyOf } from "../library/copy-of.ts";
import { useOpenedScenario } from "../open/opened-context.ts";
import type { Refused, ScenarioRecord } from "../shelf/shelf.ts";
import { useShelf } from "../shelf/shelf-context.tsx";
import { useWords } from "../words/words.tsx";
import type { Desk } from "./desk.ts";
import { keepEdits } from "./kept-edits.ts";
import { Leaving } from "./leaving.tsx";
import { SaveBar, type SaveState } from "./save-bar.tsx";
import { editableFiles, sameFiles, withPlainBreaks } from "./scenario-files.ts";
import { titleOf } from "./title-of.ts";
import { Workplace } from "./workplace.tsx";
import { askYaml } from "./yaml/ask-yaml.ts";

/** Milliseconds after a change until the tab keeps it. */
const keepMs = 120;

/** What this tab saved last: mending the last mistake makes the page around the editor another one, which still says so. */
let savedHere: Pick<ScenarioRecord, "id" | "version"> | undefined;

/** Saving: over the version that the work began from, or not at all. */
export function OwnEditor({
  desk,
  begun,
  onBase,
}: {
  readonly desk: Desk;
  readonly begun: ScenarioRecord;
  readonly onBase: (base: ScenarioRecord) => void;
}) {
  const { again } = useOpenedScenario();
  const shelf = useShelf();
  const words = useWords();
  const navigate = useNavigate();
  const { files, front } = useSyncExternalStore(desk.subscribe, desk.view);
  const [base, setBaseState] = useState(begun);
  const [refused, setRefused] = useState<Refused>();
  const [state, setState] = useState<SaveState>(
    savedHere?.id === begun.id && savedHere.version === begun.version ? "saved" : "idle",
  );
  const [keeps, setKeeps] = useState(true);
  const leavingFor = useRef<string>(undefined);
  const saved = useMemo(() => withPlainBreaks(base.files), [base]);
  const changed = !sameFiles(files, saved);
  /** The latest base, and the save under way: what the shelf tells may come before the page is drawn anew. */
  const latest = useRef(base);
  const saving = useRef<Promise<boolean>>(undefined);
  const setBase = useCallback(
    (next: ScenarioRecord) => {
      latest.current = next;
      setBaseState(next);
      onBase(next);
    },
    [onBase],
  );

  // a moment after each change, and at once when the page goes
  useEffect(() => {
    const keep = (): void =>
      setKeeps(keepEdits(base.id, changed ? { version: base.version, files: editableFiles(files), front } : undefined));
    const timer = setTimeout(keep, keepMs);
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [base, changed, files, front]);

  // what another tab saves is taken over at once, unless there is work here that it would push aside
  useEffect(
    () =>
      shelf.onChange(async (kind) => {
        if (kind !== "scenario") return;
        const theirs = await shelf.read("scenario", latest.current.id);
        await saving.current?.catch(() => false); // the shelf tells of what is saved here as well, before it says that it is saved
        if (!theirs || theirs.version <= latest.current.version) return;
        if (sameFiles(desk.view().files, withPlainBreaks(latest.current.files))) {
          desk.writeAll(theirs.files);
          setBase(theirs);
          setState("theirs");
          again();
        } else setRefused({ kind: "changed-elsewhere", theirs });
      }),
    [shelf, desk, setBase, again],
  );

  const saveNow = useCallback(async (): Promise<boolean> => {
    setState("saving");
    await desk.settled();
    const from = latest.current;
    const now = desk.view().files;
    const title =
      titleOf(await askYaml("value", { text: now["scenario.yaml"] ?? now["scenario.yml"] ?? "" })) ?? from.title;
    const saved = await shelf.save("scenario", { ...from, title, files: now });
    if (!saved.ok) {
      setRefused(saved.error);
      setState("idle");
      return false;
    }
    setBase(saved.value);
    setRefused(undefined);
    setState("saved");
    savedHere = { id: saved.value.id, version: saved.value.version };
    again();
    return true;
  }, [shelf, desk, setBase, again]);
  // one at a time: the second of two quick ones goes over what the first has saved
  const save = useCallback((): Promise<boolean> => {
    const turn = (saving.current ?? Promise.resolve(true)).catch(() => false).then(saveNow);
    saving.current = turn;
    return turn;
  }, [saveNow]);

  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      // a field that is being written in says what it holds first
      if (document.activeElement instanceof HTMLElement) document.activeElement.dispatchEvent(new Event("commit"));
      void save();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [save]);

  const keepAsCopy = async (): Promise<void> => {
    await desk.settled();
    const copy = copyOf({ id: base.id, files: desk.view().files }, words("library.copy.title", { title: base.title }));
    const saved = await shelf.save("scenario", copy);
    if (!saved.ok) return setRefused(saved.error);
    keepEdits(base.id, undefined);
    const theirs = await shelf.read("scenario", base.id);
    if (theirs) {
      desk.writeAll(theirs.files);
      setBase(theirs);
      again();
    }
    leavingFor.current = copy.id;
    await navigate({ to: "/s/$key/edit", params: { key: copy.id } });
  };

  const takeTheirs = (theirs: ScenarioRecord): void => {
    desk.writeAll(theirs.files);
    setBase(theirs);
    setRefused(undefined);
    setState("theirs");
    again();
  };

  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      changed && leavingFor.current === undefined && current.pathname !== next.pathname,
    enableBeforeUnload: () => changed,
    withResolver: true,
  });

  return (
    <>
      <Workplace desk={desk}>
        <SaveBar
          changed={changed}
          keeps={keeps}
          state={state}
          {...(refused ? { refused } : {})}
          title={base.title}
          files={files}
          onSave={() => void save()}
          onCopy={() => void keepAsCopy()}
          onTheirs={takeTheirs}
        />
      </Workplace>
      {blocker.status === "blocked" ? (
        <Leaving
          onStay={blocker.reset}
          onLeave={blocker.proceed}
          onSave={async () => {
            if (await save()) blocker.proceed();
            else blocker.reset();
          }}
        />
      ) : null}
    </>
  );
}
