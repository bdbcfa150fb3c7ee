// Ends with 0 when every address answers with success, otherwise with 1 and a line that says what was wrong.
// Arguments: paths of the process in this container, or whole addresses. Default: /healthz.
// The image has no curl, and needs none for this.
const PATIENCE_MS = 4000;
// biome-ignore lint/style/noProcessEnv: a program of its own, without packages/config
const here = `http://127.0.0.1:${process.env.READOUT_PORT || 4400}`;
const asked = process.argv.length > 2 ? process.argv.slice(2) : ['/healthz'];

for (const place of asked) {
  const address = new URL(place, here);
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) continue;
    process.stderr.write(`${address} answers ${response.status}\n`);
  } catch (error) {
    process.stderr.write(`${address} does not answer: ${error.cause?.message ?? error.message}\n`);
  }
  process.exitCode = 1;
}
