import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '#engine/store/database.ts';
import { MemoryFileCalls } from '#engine/store/memory-file-calls.ts';
import { MemoryFile, memoryPieceSize, wholeOf } from '#engine/store/memory-file.ts';
import { Random } from '#tests/support/store/random.ts';

const limit = 3 * memoryPieceSize;

/** The same changes on one array: what a file is, without pieces. */
class PlainFile {
  constructor(public bytes: Uint8Array) {}

  write(source: Uint8Array, position: number): void {
    this.truncate(Math.max(this.bytes.length, position + source.length));
    this.bytes.set(source, position);
  }

  truncate(size: number): void {
    const next = new Uint8Array(size);
    next.set(this.bytes.subarray(0, size));
    this.bytes = next;
  }
}

/** Mostly near the places where pieces meet. */
function positionIn(random: Random, most: number): number {
  const seam = memoryPieceSize * random.below(3);
  return Math.min(most, Math.max(0, random.below(3) === 0 ? random.below(most + 1) : seam - 40 + random.below(80)));
}

describe('a file in memory', () => {
  test('is what one array would be after any writes, cuts and changes of length; what was cut stays', () => {
    const random = new Random(11);
    for (let round = 0; round < 25; round += 1) {
      const given = new Uint8Array(round % 3 === 0 ? 0 : random.below(2 * memoryPieceSize)).fill(9);
      const before = Uint8Array.from(given);
      const file = new MemoryFile(given);
      const plain = new PlainFile(Uint8Array.from(given));
      const cuts: { cut: ReturnType<MemoryFile['cut']>; then: Uint8Array }[] = [];
      for (let step = 0; step < 12; step += 1) {
        const kind = random.below(5);
        if (kind === 0) {
          const size = positionIn(random, limit);
          file.truncate(size);
          plain.truncate(size);
        } else if (kind === 1) {
          cuts.push({ cut: file.cut(), then: Uint8Array.from(plain.bytes) });
        } else {
          const source = new Uint8Array(1 + random.below(9000)).fill(1 + random.below(255));
          const position = positionIn(random, limit);
          file.write(source, position);
          plain.write(source, position);
        }
        const target = new Uint8Array(100);
        const at = positionIn(random, limit);
        const read = file.read(target, at);
        expect(Buffer.compare(target.subarray(0, read), plain.bytes.subarray(at, at + 100)), `round ${round}, step ${step}`).toBe(0);
      }
      expect(file.size).toBe(plain.bytes.length);
      expect(Buffer.compare(wholeOf(file.cut()), plain.bytes)).toBe(0);
      for (const { cut, then } of cuts) {
        expect(cut.size).toBe(then.length);
        expect(Buffer.compare(wholeOf(cut), then)).toBe(0);
      }
      expect(Buffer.compare(given, before), 'what was handed in').toBe(0);
    }
  });

  test('a database is cut as it is, while changes, growth and shrinking go on', async () => {
    const db = await openDatabase();
    db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)');
    db.bulk('INSERT INTO word (text) VALUES (?)', Array.from({ length: 2000 }, () => ['x'.repeat(1000)]));
    const cut = db.cut();
    db.run("UPDATE word SET text = 'changed'");
    db.bulk('INSERT INTO word (text) VALUES (?)', Array.from({ length: 2000 }, () => ['y'.repeat(2000)]));
    db.exec('DELETE FROM word WHERE id > 10; VACUUM');
    const then = await openDatabase({ bytes: wholeOf(cut) });
    expect(then.get("SELECT count(*) AS words, sum(length(text)) AS letters FROM word WHERE text LIKE 'xxx%'")).toEqual({ words: 2000, letters: 2_000_000 });
    expect(then.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(db.get('SELECT count(*) AS words, min(text) AS text FROM word')).toEqual({ words: 10, text: 'changed' });
    expect(db.cut().size).toBeLessThan(100_000);
    then.close();
    db.close();
  });

  test('memory that cannot be had takes the change back, as a full disk does, and nothing else', async () => {
    const db = await openDatabase();
    db.exec("CREATE TABLE word (text TEXT); INSERT INTO word VALUES ('before')");
    const write = vi.spyOn(MemoryFile.prototype, 'write').mockImplementation(() => {
      throw new RangeError('Array buffer allocation failed');
    });
    try {
      expect(() => db.transaction(() => db.bulk('INSERT INTO word VALUES (?)', Array.from({ length: 2000 }, () => ['x'.repeat(2000)])))).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
      expect(write).toHaveBeenCalled();
    } finally {
      write.mockRestore();
    }
    expect(db.all('SELECT text FROM word')).toEqual([{ text: 'before' }]);
    db.run("INSERT INTO word VALUES ('after')");
    expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    db.close();
  });

  test('two databases of one engine never meet', async () => {
    const one = await openDatabase();
    const other = one.another();
    for (const [db, word] of [[one, 'one'], [other, 'other']] as const) db.exec(`CREATE TABLE word AS SELECT '${word}' AS text`);
    expect([one, other].map((db) => db.get('SELECT text FROM word'))).toEqual([{ text: 'one' }, { text: 'other' }]);
    one.close();
    expect(other.get('SELECT text FROM word')).toEqual({ text: 'other' });
    other.close();
  });
});

describe('the calls that SQLite makes on a file', () => {
  const badSeek = 28;
  /** Where things lie in the memory of the engine, in bytes. */
  const [name, vector, done, text] = [0, 64, 96, 128];

  /** A library whose own files only say that they were asked; `names` are those of sql.js 1.16.0. */
  function aLibrary() {
    const asked: string[] = [];
    const buffer = new ArrayBuffer(1024);
    const [bytes, words] = [new Uint8Array(buffer), new Uint32Array(buffer)];
    bytes.set(Buffer.from('/dbfile_1234\0'), name);
    const library = Object.fromEntries(Object.entries({ x: 'open', e: 'close', t: 'read', q: 'write', E: 'seek', g: 'status', J: 'truncate' }).map(([call, what]) => [call, () => {
      asked.push(what);
      return what === 'open' ? 7 : 0;
    }]));
    const calls = new MemoryFileCalls();
    calls.attach({ buffer });
    return { asked, bytes, words, calls, of: calls.around(library) as Record<string, (...parameters: unknown[]) => number>, library };
  }

  function opened() {
    const all = aLibrary();
    const file = new MemoryFile();
    const number = all.calls.offer(file, () => all.of['x']?.(0, name, 0, 0) ?? -1);
    all.words.set([text, 4], vector >> 2);
    all.bytes.set(Buffer.from('abcd'), text);
    return { ...all, file, number };
  }

  test('on a file that was handed in are answered from it: read, write, seek from every place, size, cut off', () => {
    const { of: { t: read, q: write, E: seek, g: status, J: truncate }, asked, bytes, words, file, number } = opened();
    expect([write?.(number, vector, 1, done), words[done >> 2], file.size]).toEqual([0, 4, 4]);
    expect([seek?.(number, -2n, 2, done), words[done >> 2]]).toEqual([0, 2]);
    expect([seek?.(number, -1n, 1, done), words[done >> 2]]).toEqual([0, 1]);
    bytes.fill(0, text, text + 4);
    expect([read?.(number, vector, 1, done), words[done >> 2], Buffer.from(bytes.subarray(text, text + 4)).toString()]).toEqual([0, 3, 'bcd\0']);
    expect(seek?.(number, -5n, 0, done)).toBe(badSeek);
    expect([truncate?.(number, 2n) === 0, file.size]).toEqual([true, 2]);
    expect([status?.(number, 256), words[(256 + 24) >> 2]]).toEqual([0, 2]);
    expect(asked).toEqual(['open', 'status']);
  });

  test('on its own files are left to the library, as are those on a file that was closed', () => {
    const { of: { t: read, q: write, e: close, E: seek, g: status, J: truncate }, asked, file, number } = opened();
    for (const own of [3, number]) {
      asked.length = 0;
      if (own === number) close?.(number);
      for (const call of [read, write, seek, status, truncate]) expect(call?.(own, 0n, 0, 0)).toBe(0);
      expect(asked.slice(-5)).toEqual(['read', 'write', 'seek', 'status', 'truncate']);
    }
    expect(file.size).toBe(0);
  });

  test('a library that makes other calls, or opens no file, is not gone on with', () => {
    const { library, calls } = aLibrary();
    const { q: _missing, ...others } = library;
    expect(() => new MemoryFileCalls().around(others)).toThrow('other system calls');
    expect(() => calls.offer(new MemoryFile(), () => 'no file')).toThrow('files elsewhere');
  });
});
