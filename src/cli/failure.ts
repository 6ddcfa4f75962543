import { err, type Result } from "#prelude";
import type { Terminal } from "./terminal.ts";

/** 0: clean. 1: the scenario has mistakes. 2: could not run (no such file, wrong option, a fault of Entente's own). */
export type ExitCode = 0 | 1 | 2;

/** Why a command stops, in words for the person who typed it. */
export type Failure = { readonly exit: 1 | 2; readonly message: string };

export function couldNotRun(message: string): Result<never, Failure> {
  return err({ exit: 2, message });
}

/** Says why, and ends the command with the failure's exit code. */
export function endWith(terminal: Pick<Terminal, "tell">, { message, exit }: Failure): ExitCode {
  terminal.tell(message);
  return exit;
}
