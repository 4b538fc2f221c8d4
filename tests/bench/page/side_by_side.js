/**
 * Does the work on all items, so many at a time.
 * @template T
 * @param {Iterable<T>} items
 * @param {number} width
 * @param {(item: T) => Promise<void>} work
 */
export async function sideBySide(items, width, work) {
  const iterator = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
