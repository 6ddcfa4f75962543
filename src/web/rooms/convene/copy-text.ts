/** Whether it is in the clipboard now: a browser may not let a page do so outside localhost without TLS. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
