/**
 * Too wide: the scenario passes a limit of the engine. No memory: it needs more than the browser gives. Stopped: the
 * worker is gone. Mistake: Entente's own.
 */
export type FailureCode = "too-wide" | "no-memory" | "stopped" | "mistake";

/** Why the engine could not answer, in a person's words. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What went wrong in a worker, as words that cross to the page. */
export function failureOf(error: unknown): { readonly code: FailureCode; readonly message: string } {
  // by name, as the engine's own folders are loaded for the questions that need them only
  if (error instanceof Error && error.name === "DiagramTooWide") return { code: "too-wide", message: error.message };
  if (error instanceof RangeError && /allocation|array length|maximum size|buffer size/i.test(error.message))
    return {
      code: "no-memory",
      message: "This needs more memory than the browser gives a page. Lock some issues, or use the command line.",
    };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: "mistake", message: `This is a mistake in Entente, not yours: ${what}` };
}
