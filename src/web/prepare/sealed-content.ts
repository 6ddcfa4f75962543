import * as z from "zod";
import { readDraft, type SheetDraft } from "#elicitation";

/** What lies in a sealed file: the sheet in the making, and, where there is one, the sheet it comes to as a file. */
export type SealedContent = {
  readonly schema: "entente.draft/1";
  readonly name: string;
  readonly draft: SheetDraft;
  readonly sheet?: string;
};

/** Longer than any sheet, short enough for a page. */
const longest = 8 * 1024 * 1024;

const content = z.object({
  schema: z.literal("entente.draft/1"),
  name: z.string().max(500),
  draft: z.custom<SheetDraft>((value) => readDraft(value) !== undefined),
  sheet: z.string().exactOptional(),
}) satisfies z.ZodType<SealedContent>;

export function writeSealedContent(written: SealedContent): string {
  return JSON.stringify(written);
}

/** Undefined for anything else: an age file may hold anything. */
export function readSealedContent(text: string): SealedContent | undefined {
  if (text.length > longest) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  const checked = content.safeParse(found);
  return checked.success ? checked.data : undefined;
}
