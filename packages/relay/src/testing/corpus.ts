import { randomBytes } from 'node:crypto';

/** A message as a sender writes it, cut where its HTML begins and ends. */
export interface CorpusMessage {
  readonly name: string;
  readonly before: Buffer;
  /** Encoded; empty where there is none that may be changed. */
  readonly html: Buffer;
  readonly after: Buffer;
  /** The HTML, decoded; null: the message has to come out as it went in. */
  readonly text: string | null;
  /** How the HTML is encoded in the message. */
  readonly encoding: 'bare' | 'quoted-printable' | 'base64';
  readonly charset: string;
  /** Whether its HTML has to be written in another encoding, so that the part's header changes too. */
  readonly isWidened?: true;
}

const HTML = [
  '<!doctype html><html><head><title>Spring tides</title></head><body>',
  '<h1>Spring tides</h1>',
  '<p>Günter’s café — naïve façades. <a href="https://example.com/tides?a=1&amp;b=2">Read on</a></p>',
  "<p><a href='https://example.com/boats'>Boats</a> <a href=https://example.com/plain>plain</a></p>",
  '<p><a href="mailto:letters@tide.example">Write to us</a> <a href="#top">top</a></p>',
  '<p><a href="https://tide.example/unsubscribe?u=7f3a">Unsubscribe</a></p>',
  '</body></html>',
  '',
].join('\r\n');

/** In Windows-1252: with a euro sign and typographic quotes, which ISO-8859-1 does not have. */
const WESTERN = HTML.replace('naïve', '“naïve”, 5 €,');

const header = (subject: string, more: readonly string[]) =>
  [
    'From: Low Tide <letters@tide.example>',
    'To: Reader <reader@example.org>',
    `Subject: ${subject}`,
    'Date: Mon, 02 Mar 2026 07:00:00 +0000',
    `Message-ID: <${subject.replace(/\W+/g, '-')}@tide.example>`,
    'List-Unsubscribe: <https://tide.example/unsubscribe?u=7f3a>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'X-Odd:   kept   as\tit is  ',
    'MIME-Version: 1.0',
    ...more,
    '',
    '',
  ].join('\r\n');

const bytesOf = (text: string, charset: 'utf-8' | 'latin1' = 'utf-8') => Buffer.from(text, charset);

/** Each character beyond Latin 1 as Windows-1252 has it. */
function inWindows1252(text: string): Buffer {
  const special: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '€': 0x80, '—': 0x97 };
  return Buffer.from([...text].map((character) => special[character] ?? character.charCodeAt(0)));
}

const inBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
const inQuotedPrintable = (bytes: Buffer) =>
  bytes
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/[^\r\n]{70}(?=[^\r\n]{4})/g, (line) => {
      const cut = line.length - (/=.?$/.exec(line)?.[0].length ?? 0);
      return `${line.slice(0, cut)}=\r\n${line.slice(cut)}`;
    });

interface Written {
  readonly type?: string;
  readonly text?: string;
  readonly bytes?: Buffer;
  readonly encoding?: CorpusMessage['encoding'];
  readonly charset?: string;
}

function alone(
  name: string,
  { text = HTML, bytes = bytesOf(text), encoding = 'bare', charset = 'utf-8' }: Written = {},
): CorpusMessage {
  const transfer = encoding === 'bare' ? '8bit' : encoding;
  const before = header(name, [
    `Content-Type: text/html; charset=${charset}`,
    `Content-Transfer-Encoding: ${transfer}`,
  ]);
  const html =
    encoding === 'base64'
      ? bytesOf(`${inBase64(bytes)}\r\n`)
      : encoding === 'quoted-printable'
        ? bytesOf(inQuotedPrintable(bytes))
        : bytes;
  return { name, before: bytesOf(before), html, after: Buffer.alloc(0), text, encoding, charset };
}

/** HTML among other parts. */
function among(
  name: string,
  {
    top,
    before,
    after,
    partType = 'text/html; charset=utf-8',
  }: { top: string; before: string; after: string; partType?: string },
): CorpusMessage {
  return {
    name,
    before: bytesOf(
      `${header(name, [top])}${before}Content-Type: ${partType}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
    ),
    html: bytesOf(HTML),
    after: bytesOf(after),
    text: HTML,
    encoding: 'bare',
    charset: 'utf-8',
  };
}

/** One that is to come out as it went in. */
function whole(name: string, raw: string | Buffer): CorpusMessage {
  const before = typeof raw === 'string' ? bytesOf(raw) : raw;
  return {
    name,
    before,
    html: Buffer.alloc(0),
    after: Buffer.alloc(0),
    text: null,
    encoding: 'bare',
    charset: 'utf-8',
  };
}

const PICTURE = inBase64(Buffer.from(Array.from({ length: 900 }, (_, n) => (n * 37) % 256)));
const part = (headers: readonly string[], body: string) => `${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
const plain = part(
  ['Content-Type: text/plain; charset=utf-8'],
  'Spring tides\r\n.\r\n..\r\n.leading dots\r\nFrom here on\r\n -- \r\n--other',
);

export function corpus(): readonly CorpusMessage[] {
  const signed = (protocol: string, signature: string) =>
    `${header(`Signed ${protocol}`, [`Content-Type: multipart/signed; protocol="${protocol}"; micalg=sha-256; boundary="s"`])}--s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${inQuotedPrintable(bytesOf(HTML))}\r\n--s\r\nContent-Type: ${signature}\r\n\r\nMIIF...\r\n--s--\r\n`;
  return [
    whole(
      'Plain text only',
      `${header('Plain text only', ['Content-Type: text/plain; charset=utf-8'])}Hello\r\n.\r\n..dots\r\n\r\n`,
    ),
    alone('HTML only, eight bits'),
    alone('Quoted-printable', { encoding: 'quoted-printable' }),
    alone('Base64', { encoding: 'base64' }),
    alone('ISO-8859-1', {
      text: HTML.replace('’', "'").replace('—', '-'),
      bytes: Buffer.from(HTML.replace('’', "'").replace('—', '-'), 'latin1'),
      charset: 'iso-8859-1',
    }),
    alone('Windows-1252', {
      text: WESTERN,
      bytes: inWindows1252(WESTERN),
      charset: '"Windows-1252"',
      encoding: 'quoted-printable',
    }),
    alone('Shift_JIS', {
      text: '<p>潮 <a href="https://example.com/tides">潮汐表</a></p>\r\n',
      bytes: Buffer.concat([
        Buffer.from('<p>'),
        Buffer.from([0x92, 0xaa]),
        Buffer.from(' <a href="https://example.com/tides">'),
        Buffer.from([0x92, 0xaa, 0x8e, 0xac, 0x95, 0x5c]),
        Buffer.from('</a></p>\r\n'),
      ]),
      charset: 'shift_jis',
    }),
    alone('Outlook conditional comments', {
      text: HTML.replace(
        "<p><a href='",
        '<!--[if mso]><v:roundrect href="https://example.com/boats" style="height:40px"><w:anchorlock/><center>Boats</center></v:roundrect><![endif]--><![if !mso]><p><a href=\'',
      ).replace(' <a href=https', '</p><![endif]><p> <a href=https'),
    }),
    {
      ...alone('A line that gets too long', {
        text: `<p>${'x'.repeat(940)}<a href="https://example.com/t">t</a></p>\r\n`,
      }),
      isWidened: true,
    },
    among('Alternative with inline images', {
      top: 'Content-Type: multipart/related; type="multipart/alternative";\r\n\tboundary="=_outer=_1"',
      before: `A preamble that nobody sees\r\n--=_outer=_1\r\nContent-Type: multipart/alternative;\r\n boundary=inner\r\n\r\n--inner\r\n${plain}--inner\r\n`,
      after: `\r\n--inner--\r\n\r\n--=_outer=_1\r\n${part(['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-ID: <pic>', 'Content-Disposition: inline'], PICTURE)}--=_outer=_1--\r\nAn epilogue\r\n`,
    }),
    among('Calendar invitation', {
      top: 'Content-Type: multipart/mixed; boundary=m',
      before: `--m\r\nContent-Type: multipart/alternative; boundary="m2"\r\n\r\n--m2\r\n${plain}--m2\r\n`,
      after: `\r\n--m2\r\n${part(['Content-Type: text/calendar; method=REQUEST; charset=utf-8'], 'BEGIN:VCALENDAR\r\nEND:VCALENDAR')}--m2--\r\n--m\r\n${part(['Content-Type: application/ics; name=invite.ics', 'Content-Disposition: attachment'], 'BEGIN:VCALENDAR\r\nEND:VCALENDAR')}--m--\r\n`,
    }),
    among('A large attachment', {
      top: 'Content-Type: multipart/mixed; boundary="big"',
      before: '--big\r\n',
      after: `\r\n--big\r\n${part(['Content-Type: application/octet-stream', 'Content-Transfer-Encoding: base64'], inBase64(randomBytes(18_800_000)))}--big--\r\n`,
    }),
    among('HTML beside a forwarded message and an attached page', {
      top: 'Content-Type: multipart/mixed; boundary=f',
      before: `--f\r\n${part(['Content-Type: message/rfc822'], `${header('Inner', ['Content-Type: text/html'])}<a href="https://example.com/inner">x</a>`)}--f\r\n${part(['Content-Type: text/html', 'Content-Disposition: attachment; filename=page.html'], '<a href="https://example.com/page">x</a>')}--f\r\n`,
      after: '\r\n--f--\r\n',
    }),
    whole('S/MIME signed', signed('application/pkcs7-signature', 'application/pkcs7-signature; name=smime.p7s')),
    whole('PGP signed', signed('application/pgp-signature', 'application/pgp-signature')),
    whole(
      'S/MIME encrypted',
      `${header('Encrypted', ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data', 'Content-Transfer-Encoding: base64'])}MIIF\r\n`,
    ),
    whole(
      'A multipart without end',
      `${header('No end', ['Content-Type: multipart/mixed; boundary=x'])}--x\r\nContent-Type: text/html\r\n\r\n${HTML}`,
    ),
    whole(
      'A multipart without boundary',
      `${header('No boundary', ['Content-Type: multipart/mixed'])}--x\r\nContent-Type: text/html\r\n\r\n${HTML}\r\n--x--\r\n`,
    ),
    whole(
      'Duplicate boundaries',
      `${header('Twice', ['Content-Type: multipart/mixed; boundary=x'])}--x\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${HTML}\r\n--x--\r\n--x--\r\n`,
    ),
    whole(
      'Two boundaries at once',
      `${header('Both', ['Content-Type: multipart/mixed; boundary=x; boundary=y'])}--x\r\nContent-Type: text/html\r\n\r\n${HTML}\r\n--x--\r\n`,
    ),
    whole(
      'A header that breaks off',
      `${header('Broken', ['Content-Type: multipart/mixed; boundary=x'])}--x\r\nContent-Type: text/html\r\nno colon here\r\n\r\n${HTML}\r\n--x--\r\n`,
    ),
    whole(
      'Base64 that is none',
      `${header('Not base64', ['Content-Type: text/html', 'Content-Transfer-Encoding: base64'])}<p>not base64</p>\r\n`,
    ),
    whole(
      'UTF-16',
      Buffer.concat([
        bytesOf(header('Wide', ['Content-Type: text/html; charset=utf-16le', 'Content-Transfer-Encoding: base64'])),
        bytesOf(`${inBase64(Buffer.from(HTML, 'utf16le'))}\r\n`),
      ]),
    ),
    whole(
      'A link that must never be stored',
      `${header('Unsafe', ['Content-Type: text/html'])}<a href="javascript:alert(1)">x</a>\r\n`,
    ),
  ];
}
