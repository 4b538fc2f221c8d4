/**
 * What a promise rejects with when the program could not do what it was asked.
 * @param {string} code a POSIX name: "EIO"
 * @param {string} message a sentence
 */
export const failure = (code, message) => Object.assign(new Error(message), { code });
