/** An id for an order: the same in every repetition of it, and no other's. Works without https too. */
export const orderId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
