import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A site of an author's, which allows its own Readout and nothing else.
 * @param pages by their paths; any other page is `Elsewhere`
 * @param allowed what else scripts may come from
 */
export async function siteWith(
  pages: Readonly<Record<string, () => string>>,
  readout: string,
  allowed = '',
): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    response.setHeader('content-type', `text/${pathname.endsWith('.js') ? 'javascript' : 'html'}; charset=utf-8`);
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; script-src ${readout} ${allowed}; connect-src ${readout}`,
    );
    response.end(pages[pathname]?.() ?? '<!doctype html><title>Elsewhere</title><p>Elsewhere');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
