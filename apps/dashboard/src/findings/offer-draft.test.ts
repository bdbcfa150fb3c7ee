import { expect, test } from '@jest/globals';
import { lacksOf, newOfferDraft, offerDraftOf, offerRequest, wholeNumber } from './offer-draft.ts';

const WHOLE = {
  ...newOfferDraft('EUR'),
  name: ' A week ',
  price: '8',
  headline: 'Read on for a week',
  button: 'Start reading',
};

test('an offer is sent in the smallest unit, without the blanks around its words', () => {
  expect(offerRequest(WHOLE)).toEqual({
    name: 'A week',
    trialDays: 7,
    price: 800,
    currency: 'EUR',
    months: 1,
    headline: 'Read on for a week',
    text: '',
    button: 'Start reading',
    takesCard: false,
  });
  expect(offerRequest({ ...WHOLE, price: '800', currency: 'JPY' })?.price).toBe(800);
});

test('an empty one says what lacks, and is not sent', () => {
  const empty = newOfferDraft('EUR');
  expect(lacksOf(empty)).toEqual(['name', 'headline', 'button', 'price']);
  expect(offerRequest(empty)).toBeNull();
});

test.each([
  [{ trialDays: '366' }, 'trialDays'],
  [{ trialDays: '7.5' }, 'trialDays'],
  [{ price: '7.999' }, 'price'],
  [{ price: '7.5', currency: 'JPY' }, 'price'],
  [{ months: '0' }, 'months'],
  [{ headline: '  ' }, 'headline'],
])('with %j something is wrong with %s', (wrong, field) => {
  expect(lacksOf({ ...WHOLE, ...wrong })).toEqual([field]);
  expect(offerRequest({ ...WHOLE, ...wrong })).toBeNull();
});

test('an offer that is there comes into the fields and out again as it was', () => {
  const terms = { ...offerRequest(WHOLE), price: 799, trialDays: 0, months: 12, text: 'Then.', takesCard: true };
  const offer = { ...WHOLE, ...terms, id: 'oF7dNs2hLbYc', isUsual: false, archivedAt: null, createdAt: '2026-03-02' };
  expect(offerRequest(offerDraftOf({ ...offer, name: 'A week' }, 'es-ES'))).toEqual({ ...terms, name: 'A week' });
});

test('a number is whole and within its bounds', () => {
  expect([' 7 ', '0', '366', '', '7.0', '-1', '1e3'].map((text) => wholeNumber(text, 0, 365))).toEqual([
    7,
    0,
    null,
    null,
    null,
    null,
    null,
  ]);
});
