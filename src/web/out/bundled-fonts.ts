import { type EmbeddedFont, type ListedFont, neededFonts } from "#report";

const folder = "/fonts";
const files = new Map<string, Promise<string>>();

/** The fonts that a drawing with this text needs, from our own server; none when it has none. */
export async function bundledFonts(text: string): Promise<readonly EmbeddedFont[]> {
  try {
    const response = await answered(`${folder}/fonts.json`);
    const list: readonly ListedFont[] = await response.json(); // written by our own build, served by our own server
    // every variable font draws every weight; a drawing uses the families it names
    const named = list.filter(({ family }) => text.includes(family));
    return await Promise.all(
      neededFonts(named, text).map(async ({ file, family, weight, range }) => {
        const kept = files.get(file) ?? base64Of(`${folder}/${file}`);
        files.set(file, kept);
        return { family, weight, range, data: await kept };
      }),
    );
  } catch {
    files.clear(); // the next drawing asks again
    return [];
  }
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
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for ${address}.`);
  return response;
}
