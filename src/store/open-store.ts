import { startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import { checkServer } from "./postgres/check-server.ts";
import { steadily } from "./postgres/failures.ts";
import { postgresStore } from "./postgres/postgres-store.ts";
import { prepareDatabase } from "./postgres/prepare-database.ts";
import type { Store } from "./store.ts";

export type OpenStoreOptions = {
  /** A PostgreSQL of one's own; without it one is started under `dataFolder`. */
  readonly databaseUrl?: string;
  /** Who makes and changes the tables, if `databaseUrl` is a login that may not. */
  readonly ownerUrl?: string;
  readonly dataFolder: string;
  readonly connections?: number;
  readonly patience?: number;
  /** Hears, in whole sentences, what a person might wonder about. */
  readonly tell?: (sentence: string) => void;
};

/**
 * The store of a server: migrated, and found in order, or not opened. With a database of one's own any number of processes
 * may serve from it; so may several processes on one machine from the one under a data folder.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { databaseUrl, ownerUrl, dataFolder, connections, patience, tell } = options;
  const choices = {
    ...(connections === undefined ? {} : { connections }),
    ...(patience === undefined ? {} : { patience }),
  };
  if (databaseUrl !== undefined) {
    const login = userIn(databaseUrl);
    // the two may be started together, and the database is not yet up
    await steadily(() => prepareDatabase(ownerUrl ?? databaseUrl, login), { patience: 20_000, isClosed: () => false });
    await checkServer(databaseUrl);
    return postgresStore({ url: databaseUrl, ...choices });
  }
  const embedded = await startEmbeddedPostgres({ folder: dataFolder, ...(tell ? { tell } : {}) });
  try {
    await prepareDatabase(embedded.ownerUrl, userIn(embedded.applicationUrl));
    await checkServer(embedded.applicationUrl);
    const store = postgresStore({ url: embedded.applicationUrl, ...choices });
    return {
      ...store,
      close: async () => {
        await store.close();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

function userIn(url: string): string {
  const user = URL.canParse(url) ? decodeURIComponent(new URL(url).username) : "";
  if (user === "") throw new Error("DATABASE_URL names no user: postgres://USER:PASSWORD@HOST/DATABASE");
  return user;
}
