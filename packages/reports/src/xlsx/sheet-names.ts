const MOST = 31;

/** Names for sheets as spreadsheets allow them: short, without certain signs, each once whatever its case. */
export function sheetNames(): (title: string) => string {
  const taken = new Set<string>(['history']);
  return (title) => {
    const plain = title
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const whole = plain === '' ? '–' : plain;
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` ${number}`;
      const name = `${cut(whole, MOST - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** At a character's end. @param most UTF-16 units, as spreadsheets count */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.trimEnd();
}
