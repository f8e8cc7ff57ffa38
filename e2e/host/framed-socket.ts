import type { Socket } from 'node:net';

/** JSON messages over a stream: four bytes of length, then UTF-8. Returns the sender. */
export function framed(socket: Socket, onMessage: (message: unknown) => void): (message: unknown) => void {
  let held: Buffer[] = [];
  let size = 0;

  socket.on('data', (chunk: Buffer) => {
    held.push(chunk);
    size += chunk.length;
    let bytes = size >= 4 ? join() : null;
    while (bytes && bytes.length >= 4 && bytes.length >= 4 + bytes.readUInt32LE(0)) {
      const end = 4 + bytes.readUInt32LE(0);
      onMessage(JSON.parse(bytes.toString('utf8', 4, end)));
      bytes = bytes.subarray(end);
    }
    if (bytes) keep(bytes);
  });
  // A peer that was killed shows as an error before `close`; `close` is what the listeners wait for.
  socket.on('error', () => socket.destroy());

  /** Joined only when the whole message is there, so that a long one is not copied once for each chunk. */
  function join(): Buffer | null {
    const first = held[0] as Buffer;
    if (first.length < 4) held = [Buffer.concat(held)];
    const needed = 4 + (held[0] as Buffer).readUInt32LE(0);
    return size >= needed ? Buffer.concat(held) : null;
  }

  function keep(rest: Buffer): void {
    held = rest.length > 0 ? [rest] : [];
    size = rest.length;
  }

  return (message) => {
    if (socket.destroyed) return;
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    socket.write(Buffer.concat([head, body]));
  };
}
