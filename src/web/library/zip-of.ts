/** A folder's files as a zip, to hand over or keep. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Blob> {
  const { strToU8, zipSync } = await import("fflate");
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  return new Blob([Uint8Array.from(bytes)], { type: "application/zip" });
}
