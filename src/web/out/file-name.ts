/** "ukraine-2025-frontier-1.svg": whose it is, what it is, and letters that every file system takes. */
export function fileName(scenario: string, what: string, extension: string): string {
  const stem = [scenario, what]
    .map((part) =>
      part
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  return `${shortened(stem) || "entente"}.${extension}`;
}

/** File systems end a name at 255 bytes, and a letter may take four. */
function shortened(stem: string): string {
  return [...stem].slice(0, 60).join("").replace(/-+$/, "");
}
