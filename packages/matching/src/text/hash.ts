/** A 32-bit hash of text, the same on every machine: saved indexes depend on it. */
export const hashText = (text: string, seed: number): number => {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return finish(hash);
};

/** The hash of the letters from `from` up to `to`, without those at `skip`; no string is made. */
export const hashStretch = (
  text: string,
  from: number,
  to: number,
  seed: number,
  skip = -1,
): number => {
  let hash = seed ^ 0x811c9dc5;
  for (let at = from; at < to; at++) {
    if (at !== skip) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return finish(hash);
};

/** Mixes a number into a hash. */
export const hashWith = (hash: number, value: number): number =>
  finish(Math.imul(hash ^ value, 0x9e3779b1));

const finish = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
