import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/** One for each of the three logins; no password is ever chosen by a person. */
export type Passwords = { readonly superuser: string; readonly owner: string; readonly application: string };

/** Read, or made once and kept in a file that only its owner can read. */
export function passwordsIn(path: string, { mayMake }: { readonly mayMake: boolean }): Passwords {
  if (existsSync(path)) {
    try {
      return JSON.parse(readFileSync(path, "utf8")) as Passwords; // our own file
    } catch (error) {
      throw new Error(`the database's passwords in ${path} cannot be read: start as the user who started it first`, {
        cause: error,
      });
    }
  }
  if (!mayMake) throw new Error(`${path} is missing: without the passwords in it the database beside it stays closed`);
  const random = (): string => randomBytes(24).toString("hex");
  const passwords = { superuser: random(), owner: random(), application: random() };
  const making = `${path}.${process.pid}`;
  const file = openSync(making, "w", 0o600);
  writeSync(file, `${JSON.stringify(passwords, null, 2)}\n`);
  fsyncSync(file); // the database that these open must not outlive them
  closeSync(file);
  renameSync(making, path);
  return passwords;
}
