/** Asked once, and again only after a failure. */
export function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= ask().catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
