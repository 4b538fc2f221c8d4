/**
 * The page is of no origin: in a sandboxed frame, or opened from a file. Then it has no storage, no service worker, and
 * no workers straight from a server.
 */
export const hasNoOrigin = globalThis.origin === 'null';
