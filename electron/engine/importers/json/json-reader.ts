/** A place in a text; both count from 1, columns in UTF-16 units. */
export type TextPlace = { line: number; column: number };

export type JsonFinding = TextPlace & { key: string };

/** Where and why a text is not JSON. `position` counts UTF-16 units from 0. */
export class JsonSyntaxError extends Error {
  constructor(readonly position: number, readonly found: string, readonly expected: string) {
    super(`expected ${expected}, found ${found}`);
    this.name = 'JsonSyntaxError';
  }
}

/** Thrown beyond the depth cap: the text may be JSON, Earshot does not read it. */
export class JsonDepthError extends JsonSyntaxError {}

export const maxJsonDepth = 200;
const maxFindings = 100;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const escapes: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

type Container = Record<string | number, unknown>;

/**
 * One pass over a text by RFC 8259. Containers are hung into their parent before they are filled, so after a
 * `JsonSyntaxError` `root` still holds everything in front of it: that is how the first part of a file is looked at.
 */
export class JsonReader {
  private at = 0;
  private depth = 0;
  private readonly holder: Container = {};
  readonly duplicates: { key: string; position: number }[] = [];
  readonly dropped: { key: string; position: number }[] = [];

  constructor(private readonly text: string, private readonly keepBigIntegers: boolean) {}

  get root(): unknown {
    return this.holder['root'];
  }

  /** @throws JsonSyntaxError */
  readDocument(): unknown {
    this.skipBlanks();
    this.readValue(this.holder, 'root');
    this.skipBlanks();
    if (this.at < this.text.length) throw this.refuse('the end of the file');
    return this.root;
  }

  private readValue(parent: Container, key: string | number): void {
    switch (this.text.charCodeAt(this.at)) {
      case 0x7b: return this.readObject(parent, key);
      case 0x5b: return this.readArray(parent, key);
      case 0x22: parent[key] = this.readString(); return;
      case 0x74: parent[key] = this.readWord('true', true); return;
      case 0x66: parent[key] = this.readWord('false', false); return;
      case 0x6e: parent[key] = this.readWord('null', null); return;
      default: parent[key] = this.readNumber();
    }
  }

  private readObject(parent: Container, key: string | number): void {
    const record: Container = {};
    parent[key] = record;
    this.enter();
    if (this.code() === 0x7d) return this.leave();
    for (;;) {
      if (this.code() !== 0x22) throw this.refuse('a name in double quotes');
      this.readMember(record);
      const code = this.code();
      if (code === 0x7d) return this.leave();
      if (code !== 0x2c) throw this.refuse('a comma or }');
      this.at++;
      this.skipBlanks();
    }
  }

  private readMember(record: Container): void {
    const position = this.at;
    const name = this.readString();
    this.skipBlanks();
    if (this.code() !== 0x3a) throw this.refuse('a colon');
    this.at++;
    this.skipBlanks();
    if (prototypeKeys.has(name)) {
      if (this.dropped.length < maxFindings) this.dropped.push({ key: name, position });
      this.readValue({}, 'dropped');
    } else {
      if (Object.hasOwn(record, name) && this.duplicates.length < maxFindings) this.duplicates.push({ key: name, position });
      this.readValue(record, name);
    }
    this.skipBlanks();
  }

  private readArray(parent: Container, key: string | number): void {
    const list: unknown[] = [];
    parent[key] = list;
    this.enter();
    if (this.code() === 0x5d) return this.leave();
    for (let index = 0; ; index++) {
      // A list is a container with numbers for keys; TypeScript keeps the two apart.
      this.readValue(list as unknown as Container, index);
      this.skipBlanks();
      const code = this.code();
      if (code === 0x5d) return this.leave();
      if (code !== 0x2c) throw this.refuse('a comma or ]');
      this.at++;
      this.skipBlanks();
    }
  }

  private readString(): string {
    const start = ++this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) return this.text.slice(start, this.at++);
      if (code === 0x5c) return this.readEscapedString(start);
      if (!(code >= 0x20)) throw this.refuse('the rest of the text and its closing quote');
      this.at++;
    }
  }

  private readEscapedString(start: number): string {
    let value = this.text.slice(start, this.at);
    for (let from = this.at; ; ) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) return value + this.text.slice(from, this.at++);
      if (!(code >= 0x20)) throw this.refuse('the rest of the text and its closing quote');
      if (code !== 0x5c) {
        this.at++;
        continue;
      }
      value += this.text.slice(from, this.at) + this.readEscape();
      from = this.at;
    }
  }

  private readEscape(): string {
    const letter = this.text[this.at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.refuse('four hexadecimal digits after \\u');
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (plain === undefined) throw this.refuse('one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u');
    this.at += 2;
    return plain;
  }

  private readWord<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.refuse('a value');
    this.at += word.length;
    return value;
  }

  private readNumber(): number | string {
    number.lastIndex = this.at;
    const literal = number.exec(this.text)?.[0];
    if (literal === undefined) throw this.refuse('a value');
    this.at += literal.length;
    const value = Number(literal);
    const isBig = this.keepBigIntegers && literal.length > 15 && !Number.isSafeInteger(value) && /^-?\d+$/.test(literal);
    return isBig ? literal : value;
  }

  private enter(): void {
    if (++this.depth > maxJsonDepth) throw new JsonDepthError(this.at, `level ${this.depth}`, `at most ${maxJsonDepth} levels of nesting`);
    this.at++;
    this.skipBlanks();
  }

  private leave(): void {
    this.depth--;
    this.at++;
  }

  private code(): number {
    return this.text.charCodeAt(this.at);
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }

  private refuse(expected: string): JsonSyntaxError {
    return new JsonSyntaxError(this.at, describeCharacter(this.text, this.at), expected);
  }
}

/** What stands at `position`, in words that survive invisible characters. */
function describeCharacter(text: string, position: number): string {
  const point = text.codePointAt(position);
  if (point === undefined) return 'the end of the file';
  const isVisible = point > 0x20 && point !== 0x7f && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(point));
  return isVisible ? `"${String.fromCodePoint(point)}"` : `the character U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
