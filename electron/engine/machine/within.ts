/** What a promise gives, or the fallback when that takes too long or fails. The late answer is forgotten. */
export async function within<T>(limitMs: number, promise: Promise<T>, fallback: T): Promise<T> {
  const { promise: limit, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(fallback), limitMs);
  try {
    return await Promise.race([promise.catch(() => fallback), limit]);
  } finally {
    clearTimeout(timer);
  }
}
