import { expect, test } from '@jest/globals';
import { snippetOf } from './snippet.ts';

test('what a title holds cannot leave its attribute', () => {
  const snippet = snippetOf('https://read.example/s/rs_x', '"><script>alert(1)</script> & more');
  expect(snippet).toContain('title="&quot;>&lt;script>alert(1)&lt;/script> &amp; more"');
  expect(snippet).toContain('src="https://read.example/s/rs_x?embed=true"');
});
