/** A reason as it was written down, begun and ended as a sentence is; nothing for none. */
export function asSentence(text: string | undefined): string {
  const said = text?.trim() ?? "";
  if (said === "") return "";
  const begun = said.slice(0, 1).toUpperCase() + said.slice(1);
  return /[.!?…”)]$/.test(begun) ? begun : `${begun}.`;
}
