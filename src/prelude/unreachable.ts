/** Ends a switch over a union: the build stops here when a new alternative is added, and so does the program. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
