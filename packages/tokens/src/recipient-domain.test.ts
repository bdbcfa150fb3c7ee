import { describe, expect, test } from '@jest/globals';
import { domainOf, domainOfAddress } from './recipient-domain.ts';

describe('the domain that a message goes to', () => {
  test.each([
    ['ada@Example.ORG', 'example.org'],
    ['ada@mail.example.org', 'mail.example.org'],
    ['ada@münchen.example', 'xn--mnchen-3ya.example'],
    ['ada@xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['ada@example.org.', 'example.org'],
    ['"odd one"@example.org', null],
    ['subscriber-1', null],
    ['Ada <ada@example.org>', null],
    ['a@b@example.org', null],
    ['ada@localhost', null],
    ['ada@', null],
    ['ada@exa mple.org', null],
    ['ada@-example.org', null],
    ['ada@example..org', null],
    [`ada@${'x'.repeat(64)}.org`, null],
    ["ada@example.org'", null],
  ])('of %s is %s', (reader, domain) => {
    expect(domainOfAddress(reader)).toBe(domain);
  });

  test('may be given by itself', () => {
    expect(domainOf(' Example.org ')).toBe('example.org');
    expect(domainOf('no domain')).toBeNull();
  });
});
