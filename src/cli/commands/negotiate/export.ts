import { exportRecord } from "#seat";
import { type ExitCode, endWith } from "../../failure.ts";
import type { Terminal } from "../../terminal.ts";
import { writeFile } from "../../write-file.ts";
import { atTheTable } from "./at-the-table.ts";

/** Writes the record as this seat sees it, every signature checked. */
export async function exportCommand(
  path: string,
  flags: { readonly to: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const table = await atTheTable(path);
  if (!table.ok) return endWith(terminal, table.error);
  const { session, leave } = table.value;
  while (session.keeper.checkSome(1_000));
  const { fault } = session.snapshot().streams;
  const text = exportRecord(session);
  await leave();
  if (text === undefined) {
    const where = fault ? ` Entry ${fault.version} of stream ${fault.stream}: ${fault.message}` : "";
    return endWith(terminal, { exit: 1, message: `The host shows a history that is not as it was signed.${where}` });
  }
  const written = writeFile(flags.to, text);
  if (!written.ok) return endWith(terminal, written.error);
  terminal.print(`${flags.to}\nCheck it with: entente verify ${flags.to}`);
  return 0;
}
