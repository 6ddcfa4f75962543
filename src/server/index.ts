export type { RoomsOptions } from "./rooms/room-service.ts";
export { type ServeFailure, type ServeOptions, type Serving, serve } from "./serve.ts";
export { type WorkbenchFolders, workbench } from "./workbench.ts";
