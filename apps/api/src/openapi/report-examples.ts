import type * as contract from '@readout/api-contract';

const whole = { kind: 'whole', currency: null, digits: 0 } as const;
const reportView: contract.ReportView = {
  kind: 'sponsor',
  language: 'en',
  title: 'Report on example.org',
  subtitle: 'https://example.org/harbour',
  publication: { id: '7Qm2XkVb9TcR', name: 'Low Tide' },
  timeZone: 'Europe/Madrid',
  period: { from: '2026-03-02T06:00:00.000Z', to: '2026-03-09T12:00:00.000Z', text: 'Mar 2, 2026 to Mar 9, 2026' },
  madeAt: '2026-03-09T12:00:00.000Z',
  about: [{ label: 'Publication', text: 'Low Tide' }],
  sections: [
    {
      title: 'At a glance',
      blocks: [
        {
          type: 'figures',
          items: [{ ...whole, label: 'Clicks', cell: { value: 412, text: '412' }, comparison: null, range: null }],
        },
        {
          type: 'table',
          title: 'Issue by issue',
          columns: [
            { kind: 'date', currency: null, digits: 0, label: 'Sent', isSummed: false, quotient: null },
            { ...whole, label: 'Clicks', isSummed: true, quotient: null },
          ],
          rows: [
            [
              { value: '2026-03-02', text: 'Mar 2, 2026' },
              { value: 412, text: '412' },
            ],
          ],
          total: [
            { value: 'Total', text: 'Total' },
            { value: 412, text: '412' },
          ],
          note: null,
        },
        { type: 'definitions', items: [{ term: 'Clicks', text: 'Clicks by people, repeats included.' }] },
      ],
    },
  ],
};

export const REPORT_EXAMPLES = {
  ReportView: reportView,
  ReportQuery: { language: 'en', link: 'pW9cJf5UhNeT', match: 'page', days: 90 },
  BrandView: {
    colour: '#00609a',
    isChosen: true,
    logo: { type: 'image/png', width: 640, height: 180, bytes: 18_204, version: '5f2c1e9ab043' },
  },
  UpdateBrandRequest: { colour: '#00609a', logo: null },
  SponsorLinks: {
    items: [
      {
        link: 'pW9cJf5UhNeT',
        url: 'https://example.org/harbour',
        text: 'a map from 1911',
        issues: 3,
        lastSentAt: '2026-03-02T06:00:00.000Z',
      },
    ],
    more: 0,
    next: null,
  },
} as const;
