/** Typed arrays that grow by doubling: what JavaScript's own arrays cost too much memory for. */

export function grownInt32(
  old: Int32Array<ArrayBuffer>,
  least: number,
  fill = 0,
): Int32Array<ArrayBuffer> {
  const next = new Int32Array(nextSize(old.length, least));
  next.set(old);
  if (fill !== 0) next.fill(fill, old.length);
  return next;
}

export function grownUint8(old: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(nextSize(old.length, least));
  next.set(old);
  return next;
}

export function grownFloat32(
  old: Float32Array<ArrayBuffer>,
  least: number,
): Float32Array<ArrayBuffer> {
  const next = new Float32Array(nextSize(old.length, least));
  next.set(old);
  return next;
}

function nextSize(size: number, least: number): number {
  let next = Math.max(size, 64);
  while (next < least) next *= 2;
  return next;
}
