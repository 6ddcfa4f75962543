import { type EmbeddedFont, type ListedFont, neededFonts } from "#report";

const folder = "/fonts";
/** A drawing is worth waiting so long for its fonts. */
const patienceMs = 10_000;
/** Those that came: one that did not is asked for again by the next drawing. */
const files = new Map<string, Promise<string>>();

/** The fonts that a drawing needs, or why there are none. */
export type BundledFonts =
  | { readonly ok: true; readonly fonts: readonly EmbeddedFont[] }
  | { readonly ok: false; readonly why: string };

/** The fonts that a drawing with this text needs, from our own server. */
export async function bundledFonts(text: string): Promise<BundledFonts> {
  try {
    const list = await listed();
    // every variable font draws every weight; a drawing uses the families it names
    const named = list.filter(({ family }) => text.includes(family));
    const fonts = await Promise.all(
      neededFonts(named, text).map(async ({ file, family, weight, range }) => ({
        family,
        weight,
        range,
        data: await kept(file),
      })),
    );
    return { ok: true, fonts };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

async function listed(): Promise<readonly ListedFont[]> {
  const address = `${folder}/fonts.json`;
  const response = await answered(address);
  const list: unknown = await response.json().catch(() => undefined);
  if (!Array.isArray(list)) throw new Error(`What the server has as ${address} is no list of fonts.`);
  if (list.length === 0) throw new Error(`The server lists no fonts in ${address}.`);
  return list as readonly ListedFont[]; // written by our own build, served by our own server
}

function kept(file: string): Promise<string> {
  const before = files.get(file);
  if (before) return before;
  const asked = base64Of(`${folder}/${file}`);
  files.set(file, asked);
  asked.catch(() => files.delete(file));
  return asked;
}

async function base64Of(address: string): Promise<string> {
  const response = await answered(address);
  const bytes = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}

async function answered(address: string): Promise<Response> {
  // from the server, whatever the browser remembers of an earlier failure
  const asked = fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(patienceMs) });
  const response = await asked.catch((error: unknown) => {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new Error(
      late
        ? `The server did not answer within ${patienceMs / 1000} seconds when asked for ${address}.`
        : `The server could not be reached when asked for ${address}.`,
    );
  });
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for ${address}.`);
  return response;
}
