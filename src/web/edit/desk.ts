import { type EditorState, type StateEffect, Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Path, YamlEdit, YamlValue } from "#language";
import { changeBetween } from "./change-between.ts";
import { editablePaths, withPlainBreaks } from "./scenario-files.ts";
import { editorState } from "./source/editor-state.ts";
import { askYaml } from "./yaml/ask-yaml.ts";
import type { Files } from "./yaml/yaml-questions.ts";

/** What of a desk is shown. A new object with every change. */
export type DeskView = {
  readonly files: Files;
  readonly front: string;
  /** Rises when a form's edit could not be made, so that the fields show again what the file says. */
  readonly refusedEdits: number;
  /** What a file says since a form's last edit, known with it: the next edit must not begin from what was before. */
  readonly said?: { readonly path: string; readonly text: string; readonly value: YamlValue };
};

/**
 * The files as they are being edited, each with its cursor and its way back. Forms and source write to the same place:
 * a form's edit is a change of the text that can be undone like any other. Lives longer than the page's components.
 */
export type Desk = {
  readonly view: () => DeskView;
  /** Which parts of the forms are open, by file and part. */
  readonly folds: Map<string, boolean>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows the source of the file in front in this place, until the returned function is called. */
  readonly show: (root: ShadowRoot, parent: HTMLElement, settings: DeskSettings) => () => void;
  readonly tell: (path: string, effects: readonly StateEffect<unknown>[]) => void;
  readonly stateOf: (path: string) => EditorState | undefined;
  readonly dispatchTo: (path: string, spec: TransactionSpec) => void;
  readonly putInFront: (path: string) => void;
  readonly add: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  /** The whole text of a file, as one change. */
  readonly write: (path: string, text: string) => void;
  /** All files, as another tab saved them; what was here can be brought back by undoing. */
  readonly writeAll: (files: Files) => void;
  /** A form's edits, made on the text as it is when their turn comes. False when they could not be made. */
  readonly edit: (path: string, edits: readonly YamlEdit[]) => Promise<boolean>;
  /** When every edit asked for so far is made. */
  readonly settled: () => Promise<void>;
  /** Puts the cursor there, and the focus. */
  readonly goTo: (path: string, offset: number) => void;
  readonly goToPart: (path: string, part: Path) => Promise<void>;
};

export type DeskSettings = { readonly label: (path: string) => string };

export function openDesk(
  begun: Files,
  front: string,
  readOnly: boolean,
  phrases: Readonly<Record<string, string>>,
): Desk {
  const files = withPlainBreaks(begun);
  const listeners = new Set<() => void>();
  const states = new Map<string, EditorState>();
  /** Where each file was scrolled to. */
  const scrolled = new Map<string, StateEffect<unknown>>();
  let editor: EditorView | undefined;
  let hadFocus = false;
  let label: DeskSettings["label"] = (path) => path;
  let queue: Promise<unknown> = Promise.resolve();
  let view: DeskView = { files, front: front in files ? front : (editablePaths(files)[0] ?? ""), refusedEdits: 0 };
  const change = (part: Partial<DeskView>): void => {
    view = { ...view, ...part };
    for (const listener of [...listeners]) listener();
  };
  const begin = (path: string): EditorState =>
    editorState(view.files[path] ?? "", { label: label(path), readOnly, phrases, onText: (text) => heard(path, text) });
  const heard = (path: string, text: string): void => {
    if (view.files[path] !== text) change({ files: { ...view.files, [path]: text } });
  };
  const stateOf = (path: string): EditorState | undefined => {
    if (!(path in view.files)) return undefined;
    const own = states.get(path) ?? begin(path);
    states.set(path, own);
    return own;
  };
  const isShown = (path: string): boolean => editor !== undefined && path === view.front;
  const dispatchTo: Desk["dispatchTo"] = (path, spec) => {
    if (isShown(path)) return editor?.dispatch(spec);
    const own = stateOf(path);
    if (!own) return;
    const next = own.update(spec).state;
    states.set(path, next);
    if (next.doc !== own.doc) heard(path, next.doc.toString());
  };
  const write: Desk["write"] = (path, text) => {
    const before = view.files[path];
    if (before === undefined || before === text) return;
    dispatchTo(path, {
      changes: changeBetween(before, text),
      annotations: Transaction.userEvent.of("input.form"),
    });
  };
  const putInFront: Desk["putInFront"] = (path) => {
    if (!(path in view.files) || path === view.front) return;
    if (editor) scrolled.set(view.front, editor.scrollSnapshot());
    change({ front: path });
    const own = stateOf(path);
    if (!own || !editor) return;
    editor.setState(own);
    const place = scrolled.get(path);
    if (place) editor.dispatch({ effects: place });
  };
  const add: Desk["add"] = (path, text) => {
    change({ files: { ...view.files, [path]: text } });
    putInFront(path);
  };
  const remove: Desk["remove"] = (path) => {
    const { [path]: _, ...others } = view.files;
    const next = path === view.front ? (editablePaths(others)[0] ?? "") : view.front;
    if (path === view.front) putInFront(next);
    states.delete(path);
    change({ files: others });
  };
  const goTo: Desk["goTo"] = (path, offset) => {
    putInFront(path);
    if (!editor) return;
    const anchor = Math.min(Math.max(0, offset), editor.state.doc.length);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    editor.focus();
    editor.dom.scrollIntoView({ block: "nearest" });
  };
  return {
    view: () => view,
    folds: new Map(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show: (root, parent, settings) => {
      label = settings.label;
      const own = new EditorView({
        root,
        parent,
        ...(stateOf(view.front) ? { state: stateOf(view.front)! } : {}),
        dispatchTransactions: (transactions, shown) => {
          shown.update(transactions);
          states.set(view.front, shown.state);
        },
      });
      editor = own;
      const place = scrolled.get(view.front);
      if (place) own.dispatch({ effects: place });
      if (hadFocus) own.focus(); // the page around it was made anew, and it is still the reader's place
      return () => {
        states.set(view.front, own.state);
        scrolled.set(view.front, own.scrollSnapshot());
        hadFocus = own.hasFocus;
        own.destroy();
        if (editor === own) editor = undefined;
      };
    },
    tell: (path, effects) => dispatchTo(path, { effects }),
    stateOf,
    dispatchTo,
    putInFront,
    add,
    remove,
    write,
    writeAll: (all) => {
      const theirs = withPlainBreaks(all);
      for (const path of editablePaths(view.files)) if (!(path in theirs)) remove(path);
      for (const [path, text] of Object.entries(theirs)) {
        if (path in view.files) write(path, text);
        else change({ files: { ...view.files, [path]: text } });
      }
    },
    edit: (path, edits) => {
      const done = queue.then(async () => {
        // what is typed in the source meanwhile is not lost: the edit is made again on the text as it then is
        for (let attempt = 0; attempt < 5; attempt++) {
          const text = view.files[path];
          if (text === undefined) break;
          const next = await askYaml("edit", { text, edits });
          if (next === undefined) break;
          if (view.files[path] !== text) continue;
          change({ said: { path, ...next } });
          write(path, next.text);
          return true;
        }
        change({ refusedEdits: view.refusedEdits + 1 });
        return false;
      });
      queue = done.catch(() => undefined);
      return done;
    },
    settled: async () => void (await queue),
    goTo,
    goToPart: async (path, part) => {
      const text = view.files[path];
      if (text !== undefined) goTo(path, await askYaml("offset", { text, path: part }));
    },
  };
}
