import { err, type Result } from "#prelude";

/** Why a command is not done. Goes to its sender alone. */
export type Refusal = {
  /** The rule of RULES.md that stands against it: "R3.2". */
  readonly rule: string;
  /** What is wrong and what would be right, in a sentence for a person. Names only what the sender sees. */
  readonly message: string;
};

export function refuse(rule: string, message: string): Result<never, Refusal> {
  return err({ rule, message });
}
