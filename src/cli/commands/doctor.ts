export async function doctor(): Promise<0> {
  return 0;
}
