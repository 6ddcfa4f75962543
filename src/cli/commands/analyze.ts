export async function analyzeCommand(..._all: unknown[]): Promise<0> {
  return 0;
}
