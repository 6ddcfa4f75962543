/**
 * What a person reads when a run cannot go on: a limit of the engine in its own words; when Entente itself is wrong, no
 * stack trace, but everything a report needs.
 */
export function faultMessage(error: unknown, version: string, words: readonly string[], debug: boolean): string {
  // by name: the engine is not loaded to say that something else failed
  if (error instanceof Error && error.name === "DiagramTooWide") return error.message;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack}` : "";
  return `\
This is a mistake in Entente, not yours: ${what}
Please report it with the command and the files that led to it:
  command  entente ${words.map(quoted).join(" ")}
  version  entente ${version}, Node ${process.version}, ${process.platform} ${process.arch}
${debug ? "" : "Run it again with ENTENTE_DEBUG=1 to add where in the program it happened.\n"}${stack}`.trimEnd();
}

function quoted(word: string): string {
  return /^[\w./=@:,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
