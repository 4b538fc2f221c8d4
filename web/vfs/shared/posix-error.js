/**
 * An exception that says what an operation shall fail with.
 * @param {string} code  a POSIX name: "EIO"
 * @param {string} [detail]  the reason in words, where there is one
 * @returns {Error & {weftCode: string}}
 */
export const posixError = (code, detail = '') => Object.assign(new Error(detail), { weftCode: code });
