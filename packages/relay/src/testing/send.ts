import { createTransport } from 'nodemailer';

/** Where a relay takes mail on this machine, and the publication whose key it is given. */
export interface RelayDoor {
  readonly port: number;
  readonly publication: string;
  readonly key: string;
}

/** Sends a message as a publication's sender does. @returns what the relay answered. */
export async function send(
  { port, publication, key }: RelayDoor,
  raw: Buffer | string,
  to: readonly string[],
  from = 'letters@tide.example',
): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    auth: { user: publication, pass: key },
  });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: [...to] }, raw });
    return response;
  } finally {
    transport.close();
  }
}
