import type { DurabilityContext } from "../sections/durability/durability-context.ts";
import { durabilityDocument } from "../sections/durability/durability-document.ts";
import { layoutDocument, type TerminalOptions } from "./layout-document.ts";

/** What `entente durability` prints: one package after signature; `others` are the packages it could be asked of next. */
export function durabilityText(
  context: DurabilityContext,
  title: string,
  options: TerminalOptions & { readonly others?: readonly string[] },
): string {
  return layoutDocument(durabilityDocument(context, title, options.others), context, options);
}
