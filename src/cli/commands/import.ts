export async function importCommand(..._all: unknown[]): Promise<0> {
  return 0;
}
