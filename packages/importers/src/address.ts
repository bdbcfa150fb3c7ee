const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/;
/** RFC 5321, 4.5.3.1. */
const LONGEST = 320;

/** Whether it looks like an e-mail address. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}
