export async function evaluateCommand(..._all: unknown[]): Promise<0> {
  return 0;
}
