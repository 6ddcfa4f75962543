import type { ExitCode } from "../failure.ts";
import type { Terminal } from "../terminal.ts";

export async function checkCommand(_paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  terminal.print("x");
  return 0;
}
