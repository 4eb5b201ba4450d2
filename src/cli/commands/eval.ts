export async function evaluate(): Promise<0> {
  return 0;
}
