import { expect, test } from '@jest/globals';
import { offerSnippet } from './offer-snippet.ts';

const week = { id: 'oF7dNs2hLbYc', headline: 'Read on <now>', text: 'Then "€8" & no more', button: 'Start' };
const month = { id: 'oF9wKx4jTgVu', headline: 'Thirty days', text: '', button: 'Begin' };

test('every offer is written into the page, the first shown and the others hidden, with their words escaped', () => {
  expect(offerSnippet([week, month], 'pUb1icAti0nX', 'https://read.example')).toBe(
    `<aside data-readout-paywall data-readout-offers>
  <div data-readout-offer="oF7dNs2hLbYc">
    <p><strong>Read on &lt;now&gt;</strong></p>
    <p>Then &quot;€8&quot; &amp; no more</p>
    <p><a data-readout-cta href="/">Start</a></p>
  </div>
  <div data-readout-offer="oF9wKx4jTgVu" hidden>
    <p><strong>Thirty days</strong></p>
    <p><a data-readout-cta href="/">Begin</a></p>
  </div>
</aside>
<script async src="https://read.example/offers.js" data-issue="pUb1icAti0nX"></script>`,
  );
});
