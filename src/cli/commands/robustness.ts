export async function robustnessCommand(..._all: unknown[]): Promise<0> {
  return 0;
}
