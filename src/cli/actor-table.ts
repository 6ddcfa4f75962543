/** What is said of a table of actors, positions and saliences, which programs for spatial bargaining write. */
export function actorTable(path: string): string {
  return /\.csv$/i.test(path)
    ? " A table of actors and positions is for spatial models of bargaining, which Entente does not have."
    : "";
}
