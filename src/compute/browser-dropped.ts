/** Why a question has no answer: it was dropped, replaced by the next of its kind, or the engine was closed. */
export class Dropped extends Error {
  override readonly name = "Dropped";
  constructor() {
    super("The question was dropped before it was answered.");
  }
}
