import type { PartyId } from "#model";

/** The scenario's files with this sheet in place of the one the party has there, or beside the others. */
export function withSheetFile(
  files: Readonly<Record<string, string>>,
  party: PartyId,
  yaml: string,
): Readonly<Record<string, string>> {
  const path = Object.keys(files).find((name) => isSheetOf(party, name, files[name]!)) ?? `sheets/${party}.yaml`;
  return { ...files, [path]: yaml };
}

function isSheetOf(party: PartyId, name: string, text: string): boolean {
  if (!/^sheets\/.+\.ya?ml$/.test(name)) return false;
  const said = /^party:[ \t]*(.*)$/m.exec(text)?.[1] ?? "";
  return (
    said
      .replace(/\s+#.*$/, "")
      .trim()
      .replace(/^(["'])(.*)\1$/, "$2") === party
  );
}
