/** Waiting that ends when it is no longer wanted. */

/** What was promised; or the reason of an abort that comes first, after which `onAbort` sees to what is still to come. */
export async function untilAborted<T>(
  promised: Promise<T>,
  signal: AbortSignal | undefined,
  onAbort: () => void = () => undefined,
): Promise<T> {
  if (signal === undefined) return promised;
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      reject(signal.reason);
      onAbort();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
    promised.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
