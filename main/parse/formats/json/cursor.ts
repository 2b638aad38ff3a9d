/** Walks the beginning of a JSON text, as far as it is there; for finding out how a file is laid out. */
export class JsonCursor {
  #at = 0;

  constructor(private readonly text: string) {}

  /** Moves to the value of a key of the object here; false when it has none, as far as can be seen. */
  enter(key: string): boolean {
    this.#space();
    if (this.text.charCodeAt(this.#at) !== 0x7b) return false;
    this.#at++;
    for (;;) {
      this.#space();
      if (this.text.charCodeAt(this.#at) === 0x2c) {
        this.#at++;
        continue;
      }
      if (this.text.charCodeAt(this.#at) !== 0x22) return false;
      const start = this.#at;
      if (!this.#string()) return false;
      const name = this.text.substring(start + 1, this.#at - 1);
      this.#space();
      if (this.text.charCodeAt(this.#at) !== 0x3a) return false;
      this.#at++;
      if (name === key) return true;
      if (!this.#value()) return false;
    }
  }

  /** An array stands here whose first element is an object, or which is empty. */
  atArrayOfObjects(): boolean {
    return /^\s*\[\s*[{\]]/.test(this.text.substring(this.#at, this.#at + 1_000));
  }

  #space(): void {
    while (' \n\r\t'.includes(this.text[this.#at] ?? 'x')) this.#at++;
  }

  #string(): boolean {
    for (let at = this.#at + 1; at < this.text.length; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === 0x5c) at++;
      else if (unit === 0x22) {
        this.#at = at + 1;
        return true;
      }
    }
    return false;
  }

  #value(): boolean {
    let depth = 0;
    for (; this.#at < this.text.length; this.#at++) {
      const unit = this.text.charCodeAt(this.#at);
      if (unit === 0x22) {
        if (!this.#string()) return false;
        this.#at--;
      } else if (unit === 0x7b || unit === 0x5b) depth++;
      else if (unit === 0x7d || unit === 0x5d) {
        if (depth-- === 0) return true;
      } else if (unit === 0x2c && depth === 0) return true;
    }
    return false;
  }
}
