const WITHIN = /[^\s@<>"',;:()]+@[^\s@<>"',;:()]+/g;

/** Every address in it as `r…@e….org`: enough to recognise a column by, and nobody. */
export function hideAddresses(text: string): string {
  return text.replace(WITHIN, (address) => {
    const at = address.lastIndexOf('@');
    const domain = address.slice(at + 1);
    const dot = domain.lastIndexOf('.');
    return `${first(address)}…@${first(domain)}…${dot > 0 ? domain.slice(dot) : ''}`;
  });
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x2026);
}
