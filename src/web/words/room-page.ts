import { lazyRouteComponent } from "@tanstack/react-router";
import { addMessages } from "./words.tsx";

/** A page of the rooms, loaded when it is opened, together with the words of all of them. */
export const roomPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadRoomWords()]);
    return page;
  }, name);

let loaded: Promise<void> | undefined;

function loadRoomWords(): Promise<void> {
  loaded ??= import("./room-english.ts").then(
    ({ roomEnglish }) => addMessages(roomEnglish),
    (error: unknown) => {
      loaded = undefined; // the next page tries again
      throw error;
    },
  );
  return loaded;
}
