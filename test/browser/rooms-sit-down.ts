import type { PreparedSeat } from "./rooms-prepared.ts";
import type { Visit } from "./visit.ts";

/** Gives a fresh browser a seat that was prepared elsewhere, and opens one of its pages. */
export async function sitDown(
  { page, context, open }: Visit,
  { kept, agenda, cookie }: PreparedSeat,
  path = "",
): Promise<void> {
  const { origin, negotiation, seat } = kept;
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: "Strict" }]);
  await open("/rooms"); // it makes the database
  await page.getByText("This browser has no seat yet.", { exact: false }).waitFor();
  const record = {
    ...{ id: `${negotiation}.${seat}`, negotiation, seat, secret: kept, agenda },
    ...{ state: "taken", since: new Date().toISOString() },
  };
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("entente-rooms");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("seat", "readwrite");
          writing.objectStore("seat").put(kept);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    record,
  );
  await open(`/rooms/${negotiation}/${seat}${path}`);
  await page.getByText("Live", { exact: true }).waitFor();
}
