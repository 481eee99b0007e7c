import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** One entry of an archive: a folder, or a file with its size in bytes. */
export type Entry = { readonly path: string; readonly folder: boolean; readonly size: number; readonly mode: number };

const block = 512;
const chunk = 1 << 20;

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

function splitPath(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' };
  const slash = path.indexOf('/', path.length - 101);
  const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
  if (slash < 0 || prefix.length > 155 || name.length > 100) throw new Error(`The path is too long for an archive: ${path}`);
  return { name, prefix };
}

function header(entry: Entry): Buffer {
  const { name, prefix } = splitPath(entry.folder ? `${entry.path}/` : entry.path);
  const made = Buffer.alloc(block);
  made.write(name, 0);
  made.write(octal(entry.mode, 8) + octal(0, 8) + octal(0, 8) + octal(entry.size, 12) + octal(0, 12), 100);
  made.write(`        ${entry.folder ? '5' : '0'}`, 148);
  made.write('ustar\x0000', 257);
  made.write(prefix, 345);
  const sum = made.reduce((total, byte) => total + byte, 0);
  made.write(`${octal(sum, 7)} `, 148);
  return made;
}

/** Writes a ustar archive to an open file, in order; the SHA-256 of every file is given back as it is written. */
export type TarWriter = {
  folder(path: string): Promise<void>;
  text(path: string, content: string | Buffer): Promise<string>;
  /** Copies exactly `size` bytes from `from`; a file that shrank meanwhile is filled up with zeros, one that grew is cut. */
  file(path: string, from: FileHandle, size: number): Promise<string>;
  /** Writes the end mark. The file is not flushed and stays open. */
  end(): Promise<void>;
};

async function pad(to: FileHandle, size: number): Promise<void> {
  if (size % block !== 0) await to.write(Buffer.alloc(block - (size % block)));
}

async function copy(from: FileHandle, to: FileHandle, size: number): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(Math.min(chunk, Math.max(size, 1)));
  for (let done = 0; done < size;) {
    const wanted = Math.min(buffer.length, size - done);
    const { bytesRead } = await from.read(buffer, 0, wanted, done);
    if (bytesRead < wanted) buffer.fill(0, bytesRead, wanted);
    hash.update(buffer.subarray(0, wanted));
    await to.write(buffer, 0, wanted);
    done += wanted;
  }
  await pad(to, size);
  return hash.digest('hex');
}

/** Begins an archive in an open, empty file. */
export function writeTar(to: FileHandle): TarWriter {
  return {
    async folder(path) {
      await to.write(header({ path, folder: true, size: 0, mode: 0o700 }));
    },
    async text(path, content) {
      const bytes = Buffer.from(content);
      await to.write(header({ path, folder: false, size: bytes.length, mode: 0o600 }));
      await to.write(bytes);
      await pad(to, bytes.length);
      return createHash('sha256').update(bytes).digest('hex');
    },
    async file(path, from, size) {
      await to.write(header({ path, folder: false, size, mode: 0o600 }));
      return await copy(from, to, size);
    },
    async end() {
      await to.write(Buffer.alloc(2 * block));
    },
  };
}

function field(head: Buffer, from: number, length: number): string {
  return head.toString('utf8', from, from + length).replace(/\0.*$/s, '');
}

function readHeader(head: Buffer): Entry | null {
  if (head.every((byte) => byte === 0)) return null;
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== Number.parseInt(field(head, 148, 8), 8)) throw new Error("The archive is damaged: an entry's header does not add up.");
  const path = [field(head, 345, 155), field(head, 0, 100)]
    .filter((part) => part !== '')
    .join('/')
    .replace(/\/$/, '');
  return { path, folder: head[156] === 0x35, size: Number.parseInt(field(head, 124, 12), 8), mode: 0o600 };
}

/** Gives each entry in turn with where its bytes begin in the file. Throws on a damaged header or a missing end. */
export async function* readTar(from: FileHandle): AsyncGenerator<Entry & { readonly at: number }> {
  const head = Buffer.alloc(block);
  for (let at = 0; ;) {
    const { bytesRead } = await from.read(head, 0, block, at);
    if (bytesRead < block) throw new Error('The archive is cut short.');
    const entry = readHeader(head);
    if (entry === null) return;
    at += block;
    yield { ...entry, at };
    at += Math.ceil(entry.size / block) * block;
  }
}

/** Copies an entry's bytes to `to` and gives their SHA-256. Throws when the archive ends before them. */
export async function extract(from: FileHandle, entry: Entry & { readonly at: number }, to: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(Math.min(chunk, Math.max(entry.size, 1)));
  for (let done = 0; done < entry.size;) {
    const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, entry.size - done), entry.at + done);
    if (bytesRead === 0) throw new Error('The archive is cut short.');
    hash.update(buffer.subarray(0, bytesRead));
    await to.write(buffer, 0, bytesRead);
    done += bytesRead;
  }
  return hash.digest('hex');
}
