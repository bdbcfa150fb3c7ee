import { PassThrough, pipeline, type Readable } from 'node:stream';

/** A stream that is opened when it is first piped: the library pipes a message once the server wants it. */
export function lazily(open: () => Readable): Readable {
  const out = new PassThrough();
  const pipe = out.pipe.bind(out);
  out.pipe = (destination, options) => {
    out.pipe = pipe;
    // Whatever goes wrong on the way ends the stream with that error, so that the message is not sent as whole.
    pipeline(open(), out, () => undefined);
    return pipe(destination, options);
  };
  return out;
}
