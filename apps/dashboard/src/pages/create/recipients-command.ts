/** The command that tells Readout who gets an issue. The key stays in the environment, out of the shell's history. */
export function recipientsCommand(origin: string, publication: string, issue: string): string {
  return `curl '${origin}/api/v1/publications/${publication}/issues/${issue}/recipients' \\
  -H "Authorization: Bearer $READOUT_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "recipients": [
      { "reader": "ada@example.org", "segment": "premium" },
      { "reader": "ben@example.org", "segment": "free" }
    ]
  }'`;
}
