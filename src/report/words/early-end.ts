/** What an answer says of itself when it was stopped: among its notes, and at its head. */
export const earlyEnd =
  "Stopped early by the user: every part is what was proved until then, and says how far that goes.";
