import type { intake } from "../words/en/intake.ts";
import { type IntakeProblem, intakeLimits, mebibyte } from "./intake.ts";

/** Why a file was not taken, as a sentence of the catalogue. */
export function describeIntakeProblem({ path, what }: IntakeProblem): {
  readonly id: keyof typeof intake;
  readonly values: Readonly<Record<string, string | number>>;
} {
  return { id: ids[what], values: { path, ...limits } };
}

const limits = {
  file: intakeLimits.file / mebibyte,
  all: intakeLimits.all / mebibyte,
  files: intakeLimits.files,
  zip: intakeLimits.zip / mebibyte,
};

const ids: Readonly<Record<IntakeProblem["what"], keyof typeof intake>> = {
  "file-too-large": "intake.problem.fileTooLarge",
  "all-too-large": "intake.problem.allTooLarge",
  "too-many-files": "intake.problem.tooManyFiles",
  "unsafe-path": "intake.problem.unsafePath",
  twice: "intake.problem.twice",
  unreadable: "intake.problem.unreadable",
  "not-a-zip": "intake.problem.notAZip",
  "zip-too-large": "intake.problem.zipTooLarge",
  "zip-encrypted": "intake.problem.zipEncrypted",
  "zip-method": "intake.problem.zipMethod",
  "zip-link": "intake.problem.zipLink",
  "zip-damaged": "intake.problem.zipDamaged",
  "zip-in-zip": "intake.problem.zipInZip",
};
