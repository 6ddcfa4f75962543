import { armor, Decrypter, Encrypter } from "age-encryption";

export type Unsealed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: "not-age" | "not-passphrase" | "wrong-passphrase" | "damaged" };

/** How hard each guess is: 2 to this power; about a second on an ordinary machine. The format's own default. */
const workFactor = 18;

const header = "age-encryption.org/v1";
const armoured = "-----BEGIN AGE ENCRYPTED FILE-----";

/** The text as an age file that only the passphrase opens: also the `age` command's. */
export async function seal(text: string, passphrase: string, factor = workFactor): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(factor);
  return encrypter.encrypt(text);
}

export function isSealed(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith(header) || start.startsWith(armoured);
}

/** The text again, or why not. Whether the passphrase is wrong is found before anything of the content is read. */
export async function unseal(bytes: Uint8Array, passphrase: string): Promise<Unsealed> {
  if (!isSealed(bytes)) return { ok: false, why: "not-age" };
  let file: Uint8Array;
  try {
    file = withoutArmour(bytes);
  } catch {
    return { ok: false, why: "damaged" };
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let content: ReadableStream<Uint8Array>;
  try {
    // as a stream: this resolves when the header has been read, so that a wrong passphrase is told from a damaged file
    content = await decrypter.decrypt(new Response(Uint8Array.from(file)).body!);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // the library's words when nothing opened the file; anything else is a header that is not as it was written
    if (!message.includes("no identity matched")) return { ok: false, why: "damaged" };
    return { ok: false, why: isForPassphrase(file) ? "wrong-passphrase" : "not-passphrase" };
  }
  try {
    return { ok: true, text: await new Response(content).text() };
  } catch {
    return { ok: false, why: "damaged" };
  }
}

function withoutArmour(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (!text.startsWith(armoured)) return bytes;
  return armor.decode(new TextDecoder().decode(bytes));
}

function isForPassphrase(file: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(file.subarray(0, 1024)).includes("\n-> scrypt ");
}
