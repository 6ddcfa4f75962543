/** The database is there, but not as a record that must hold needs it. Nothing is served from it. */
export class StoreNotInOrder extends Error {
  override readonly name = "StoreNotInOrder";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`the database is not in order: ${faults.join("; ")}`);
    this.faults = faults;
  }
}
