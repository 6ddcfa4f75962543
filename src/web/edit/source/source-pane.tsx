import { useEffect, useLayoutEffect, useRef } from "react";
import type { Desk } from "../desk.ts";
import { tabIndents } from "./editor-state.ts";

/**
 * The source of the file in front. In a shadow root, where the editor may bring its style as constructed sheets: the
 * page's policy forbids the style elements it would otherwise write.
 */
export function SourcePane({
  desk,
  front,
  label,
  indents,
}: {
  readonly desk: Desk;
  readonly front: string;
  readonly label: (path: string) => string;
  readonly indents: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const named = useRef(label);
  named.current = label;
  // a layout effect: whether the editor has the focus is known before it is taken out of the page
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const parent = document.createElement("div");
    parent.className = "editor";
    root.append(parent);
    const size = new CSSStyleSheet();
    size.replaceSync(".editor{block-size:100%} *{box-sizing:border-box}");
    root.adoptedStyleSheets = [size];
    const hide = desk.show(root, parent, { label: (path) => named.current(path) });
    return () => {
      hide();
      parent.remove();
    };
  }, [desk]);
  useEffect(() => desk.tell(front, [tabIndents(indents)]), [desk, front, indents]);
  return <div ref={host} className="edit-source-host" />;
}
