declare module 'mailauth/lib/dkim/verify.js' {
  /** Of each signature whether it holds. */
  export function dkimVerify(
    message: Buffer,
    options: { readonly resolver: (name: string, type: string) => Promise<readonly (readonly string[])[]> },
  ): Promise<{ readonly results: readonly { readonly status: { readonly result: string } }[] }>;
}
