import { hash } from 'node:crypto';

const firstSlots = 1024;
const wordsOfSlot = 4;

/**
 * How often each id of a file has come. Of an id only 127 bits of its SHA-256 are kept, in one array: half a million ids take
 * 16 MB, a `Map` of them as strings up to 100. That two ids share these bits is less likely than that the disk misreads one.
 */
export class SeenIds {
  #slots = new Uint32Array(firstSlots * wordsOfSlot);
  #count = 0;
  /** Of the few that came again, how often. */
  readonly #repeated = new Map<string, number>();

  has(id: string): boolean {
    return this.#isAt(this.#slotOf(marksOf(id)));
  }

  /** Takes note of an id. @returns how often it has come, this time included */
  add(id: string): number {
    const marks = marksOf(id);
    const slot = this.#slotOf(marks);
    if (this.#isAt(slot)) {
      const times = (this.#repeated.get(id) ?? 1) + 1;
      // A copy: the text of an id keeps the piece of the file alive that it was cut from.
      this.#repeated.set(Buffer.from(id).toString(), times);
      return times;
    }
    this.#slots.set(marks, slot);
    this.#count += 1;
    if (this.#count * wordsOfSlot > this.#slots.length / 2) this.#grow();
    return 1;
  }

  #isAt(slot: number): boolean {
    // The first mark of an id is never 0.
    return this.#slots[slot] !== 0;
  }

  /** Where these marks are, or would go: at the place that they say, or the next free one. */
  #slotOf(marks: Uint32Array): number {
    const slots = this.#slots;
    const last = slots.length / wordsOfSlot - 1;
    for (let at = (marks[1] ?? 0) & last; ; at = (at + 1) & last) {
      const slot = at * wordsOfSlot;
      if (slots[slot] === 0 || marks.every((mark, word) => slots[slot + word] === mark)) return slot;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += wordsOfSlot) {
      const marks = before.subarray(slot, slot + wordsOfSlot);
      if (marks[0] !== 0) this.#slots.set(marks, this.#slotOf(marks));
    }
  }
}

function marksOf(id: string): Uint32Array {
  const digest = hash('sha256', id, 'buffer');
  return Uint32Array.of(digest.readUInt32LE(0) | 1, digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12));
}
