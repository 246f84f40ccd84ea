/** A random UUID (version 4, RFC 9562), also on plain-http pages, where `crypto.randomUUID` does not exist. */
export function uuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Each 0 becomes a random hex digit, the 8 one of 8, 9, a, b (the variant); the 4 stays as the version.
  return '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, (digit) => {
    const random = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 15;
    return (digit === '0' ? random : 8 | (random & 3)).toString(16);
  });
}
