import { recordKinds } from "./keeper.ts";
import type { RecordKind } from "./shelf.ts";

/** The channel to the other tabs of this browser: what kind of record has changed, never the record itself. */
export type Tabs = { readonly tell: (kind: RecordKind) => void; readonly close: () => void };

export function tellTabs(name: string, onTold: (kind: RecordKind) => void): Tabs {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const kind = recordKinds.find((known) => known === data);
      if (kind) onTold(kind);
    };
    return {
      tell: (kind) => {
        try {
          channel.postMessage(kind);
        } catch {
          // closed: whoever saves now has left the page, and the other tabs see it when they next look
        }
      },
      close: () => channel.close(),
    };
  } catch {
    return { tell: () => undefined, close: () => undefined }; // without a channel, tabs still never overwrite each other
  }
}
