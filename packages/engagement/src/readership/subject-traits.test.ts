import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SUBJECT_TRAITS, type SubjectTrait, subjectTraits, widthOf } from './subject-traits.ts';

const LENGTHS: readonly SubjectTrait[] = ['short', 'medium', 'long', 'very_long'];
const besideLength = (subject: string) => [...subjectTraits(subject)].filter((one) => !LENGTHS.includes(one));

describe('what a subject has', () => {
  test.each<[string, SubjectTrait[]]>([
    ['The price of a quiet harbour', []],
    ['', []],
    // Questions
    ['Who pays for the harbour?', ['question']],
    ['¿Quién paga el puerto', ['question']],
    ['من يدفع ثمن الميناء؟', ['question']],
    ['\u200fמי משלם על הנמל?\u200f', ['question']],
    ['港口由谁付钱？', ['question']],
    ['Ποιος πληρώνει το λιμάνι;', ['question']],
    ['Ποιος πληρώνει; Κανείς.', []],
    ['Fish; chips', []],
    ['Fish;', []],
    ['Ո՞վ է վճարում', ['question']],
    // Numbers
    ['Seven boats', []],
    ['7 boats', ['number']],
    ['٧ قوارب', ['number']],
    ['Henry Ⅷ', ['number']],
    ['½ a harbour', ['number']],
    ['2 × 2', ['number']],
    // A colon
    ['Harbours: a short history', ['colon']],
    ['港口：一段历史', ['colon']],
    ['موانئ: تاريخ قصير', ['colon']],
    ['Boats : une histoire', ['colon']],
    ['“Boats”: a history', ['colon']],
    ['Part 2: the boats', ['number', 'colon']],
    ['Boats: 7 lessons', ['number', 'colon']],
    ['We meet at 10:30', ['number']],
    ['It ended 3:1', ['number']],
    ['Look at https://example.org', []],
    ['Boats:', []],
    [': boats', []],
    // Pictures
    ['Boats 🚢', ['emoji']],
    ['Boats ⛵️ again', ['emoji']],
    ['☀️ today', ['emoji']],
    ['☀ today, as text', []],
    ['Hola 🇪🇸', ['emoji']],
    ['1️⃣ boat', ['number', 'emoji']],
    ['Boats™ © ®', []],
    ['👩‍👩‍👧 at sea', ['emoji']],
    // Capitals
    ['BREAKING the harbour opens', ['capitals']],
    ['“BREAKING” news', ['capitals']],
    ['NATO’s boats', ['capitals']],
    ['A boat', []],
    ['Boats in CAPITALS', []],
    ['СРОЧНО о порте', ['capitals']],
    ['ÉTÉ au port', ['capitals']],
    ['港口 AND boats', []],
    ['iPhone', []],
    // NUL and lone surrogates may come as well.
    ['\u0000\ud800', []],
  ])('“%s”', (subject, expected) => {
    expect(besideLength(subject)).toEqual(expected);
  });

  test.each<[string, number]>([
    ['', 0],
    ['boat', 4],
    ['e\u0301te\u0301', 3],
    ['港口', 4],
    ['かな', 4],
    ['항구', 4],
    ['ＡＢ', 4],
    ['👩‍👩‍👧', 2],
    ['שלום', 4],
  ])('“%s” is %d wide', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test.each<[number, SubjectTrait]>([
    [0, 'short'],
    [30, 'short'],
    [31, 'medium'],
    [50, 'medium'],
    [51, 'long'],
    [70, 'long'],
    [71, 'very_long'],
    [300, 'very_long'],
  ])('%d letters are %s', (length, expected) => {
    expect([...subjectTraits('x'.repeat(length))]).toEqual([expected]);
    expect([...subjectTraits(`  \u200f${'x'.repeat(length)} `)]).toEqual([expected]);
  });

  test('is for any text one length and nothing unknown, and what shows no direction changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (subject) => {
        const traits = subjectTraits(subject);
        expect(LENGTHS.filter((one) => traits.has(one))).toHaveLength(1);
        for (const one of traits) expect(SUBJECT_TRAITS).toContain(one);
        expect(subjectTraits(`\u2067${subject}\u2069`)).toEqual(traits);
      }),
    );
  });
});
