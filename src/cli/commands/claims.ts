export async function claimsCommand(..._all: unknown[]): Promise<0> {
  return 0;
}
