/** Names every object has before anyone wrote anything; as ids they would answer for things that are not there. */
const reserved = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isReservedName(name: string): boolean {
  return reserved.has(name);
}
