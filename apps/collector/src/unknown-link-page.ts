/** What a reader sees whose link leads nowhere: no jargon, and nothing of the request in it. */
export const UNKNOWN_LINK_PAGE = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This link leads nowhere</title>
<style>
body { font: 18px/1.6 Georgia, serif; max-width: 32em; margin: 18vh auto; padding: 0 1.5em; color: #222; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #16181a } }
</style>
</head>
<body>
<h1>This link leads nowhere</h1>
<p>It may have been cut off on its way to you. Please go back to the message and try once more, or open the issue on the web.</p>
</body>
</html>
`);
