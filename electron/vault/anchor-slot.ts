import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AnchorState } from '../../shared/audit.ts';
import { instantFrom } from '../../shared/time.ts';
import type { Committed } from '../store/dialect.ts';

const magic = Buffer.from('stillpoint/anchor', 'latin1');
export const slotBytes = 512;
const macAt = slotBytes - 32;

/** What the anchor says of the files beside it. */
export type Vouched = {
  /** False while the database's own file is being written to. */
  readonly settled: boolean;
  /** While it is written to: one hash for the pages that are not, those not in the log; null where that is not known. */
  readonly rest: Buffer | null;
  /** One hash for all pages of `practice.db`, and how many there are. */
  readonly root: Buffer;
  readonly pages: number;
  /** How much of the write-ahead log was committed, and its SHA-256. */
  readonly wal: { readonly length: number; readonly digest: Buffer };
  /** Of the key envelope. */
  readonly generation: number;
  /** The first bytes of the database, without which no seal of any page can be proven. */
  readonly salt: Buffer;
};

/** Layout of a slot: docs/formats/practice-folder.md. */
export const slotOf = (key: Buffer, { commits, seq, head }: Committed, at: number, vouched: Vouched | null): Buffer => {
  const slot = Buffer.alloc(slotBytes);
  magic.copy(slot, 0);
  slot.writeUInt8(1, 31);
  slot.writeBigUInt64BE(BigInt(commits), 32);
  slot.writeBigUInt64BE(BigInt(seq), 40);
  slot.writeBigUInt64BE(BigInt(at), 48);
  Buffer.from(head).copy(slot, 64);
  if (vouched) {
    vouched.root.copy(slot, 96);
    slot.writeUInt32BE(vouched.pages, 128);
    slot.writeBigUInt64BE(BigInt(vouched.wal.length), 136);
    vouched.wal.digest.copy(slot, 144);
    slot.writeBigUInt64BE(BigInt(vouched.generation), 176);
    vouched.salt.copy(slot, 184);
    slot.writeUInt8(vouched.settled ? 2 : 1, 200);
    slot.writeUInt8(vouched.rest ? 1 : 0, 201);
    vouched.rest?.copy(slot, 208);
  }
  createHmac('sha256', key).update(slot.subarray(0, macAt)).digest().copy(slot, macAt);
  return slot;
};

export type Slot = AnchorState & {
  /** Null in an anchor from before it vouched for anything. */
  readonly vouched: Vouched | null;
};

const vouchedIn = (slot: Buffer): Vouched | null => {
  const flag = slot.readUInt8(200);
  if (flag === 0) return null;
  return {
    settled: flag === 2,
    rest: slot.readUInt8(201) === 1 ? Buffer.from(slot.subarray(208, 240)) : null,
    root: Buffer.from(slot.subarray(96, 128)),
    pages: slot.readUInt32BE(128),
    wal: { length: Number(slot.readBigUInt64BE(136)), digest: Buffer.from(slot.subarray(144, 176)) },
    generation: Number(slot.readBigUInt64BE(176)),
    salt: Buffer.from(slot.subarray(184, 200)),
  };
};

const readSlot = (key: Buffer, slot: Buffer): Slot | null => {
  if (slot.length !== slotBytes || !slot.subarray(0, magic.length).equals(magic) || slot.readUInt8(31) !== 1) return null;
  const mac = createHmac('sha256', key).update(slot.subarray(0, macAt)).digest();
  if (!timingSafeEqual(mac, slot.subarray(macAt))) return null;
  return {
    commits: Number(slot.readBigUInt64BE(32)),
    seq: Number(slot.readBigUInt64BE(40)),
    at: instantFrom(Number(slot.readBigUInt64BE(48))),
    head: slot.subarray(64, 96).toString('hex'),
    vouched: vouchedIn(slot),
  };
};

/** How many of the slots hold something that no key of ours vouches for: a torn write, a disk that fails, a hand. */
export const damagedSlots = (key: Buffer, bytes: Buffer): number =>
  [0, 1].filter((index) => {
    const slot = bytes.subarray(index * slotBytes, (index + 1) * slotBytes);
    return slot.some((byte) => byte !== 0) && readSlot(key, slot) === null;
  }).length + (bytes.length > slotBytes * 2 ? 1 : 0);

/** The newer of the two slots whose MAC holds; of two of the same commit the one that vouches for the files. */
export const newestSlot = (key: Buffer, bytes: Buffer): Slot | null => {
  const [first = null, second = null] = [0, 1].map((index) => readSlot(key, bytes.subarray(index * slotBytes, (index + 1) * slotBytes)));
  if (!first || !second) return first ?? second;
  if (second.commits === first.commits) return second.vouched?.settled ? second : first;
  return second.commits > first.commits ? second : first;
};
