const words: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  ENOENT: "no such file or folder",
  ENOTDIR: "a part of its path is not a folder",
  EISDIR: "it is a folder",
  ELOOP: "its links lead round in a circle",
  ENAMETOOLONG: "its name is too long",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EEXIST: "something of that name is already there",
  EMFILE: "too many files are open",
  ENXIO: "it is not an ordinary file",
};

/** What the operating system said, in words: "permission denied". Anything that is not its error is thrown on. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return words[code] ?? code;
}
