import { describe, expect, it } from 'vitest';
import { addressIn, mailLink } from './mail-link.ts';

const plain = ['theo@example.com', "siobhan.o'brien+visits@mail.example.co.uk", '_a@b.c', 'MAYA@Example.ORG', 'a@xn--bcher-kva.example'];

describe('mailLink', () => {
  it.each(plain)('%s has a link, and the link has the address', (address) => {
    expect([mailLink(address), addressIn(`mailto:${address}`)]).toEqual([`mailto:${address}`, address]);
  });

  it.each([
    '',
    'theo',
    'theo@',
    '@example.com',
    'theo@example',
    'theo@example.',
    'theo@-example.com',
    'theo@exam ple.com',
    'théo@example.com',
    'theo@bücher.example',
    '"theo b"@example.com',
    'Theo <theo@example.com>',
    '-theo@example.com',
    'theo@example.com\n',
    `${'a'.repeat(65)}@example.com`,
    `theo@${'a.'.repeat(125)}example`,
  ])('%j has none', (address) => {
    expect(mailLink(address)).toBeNull();
  });
});

describe('addressIn', () => {
  it.each([
    ['a subject', 'mailto:theo@example.com?subject=Hello'],
    ['a body', 'mailto:theo@example.com?body=Hello'],
    ['an empty question', 'mailto:theo@example.com?'],
    ['a copy to somebody', 'mailto:theo@example.com?cc=eve@example.org'],
    ['the address after the question', 'mailto:?to=theo@example.com'],
    ['two addresses', 'mailto:theo@example.com,eve@example.org'],
    ['two addresses, as some programs write them', 'mailto:theo@example.com;eve@example.org'],
    ['two addresses, hidden', 'mailto:theo@example.com%2Ceve@example.org'],
    ['a header', 'mailto:theo@example.com%0D%0ABcc:eve@example.org'],
    ['a line break', 'mailto:theo@example.com\r\nBcc:eve@example.org'],
    ['a zero', 'mailto:theo@example.com\0'],
    ['a percent sign alone', 'mailto:theo%40example.com'],
    ['a part behind #', 'mailto:theo@example.com#part'],
    ['an ampersand', 'mailto:theo@example.com&attach=/etc/passwd'],
    ['an option of a program', 'mailto:--attach@example.com'],
    ['slashes', 'mailto://theo@example.com'],
    ['no address', 'mailto:'],
    ['capitals in the scheme', 'MAILTO:theo@example.com'],
    ['a space before it', ' mailto:theo@example.com'],
    ['an unknown scheme', 'mailtoo:theo@example.com'],
    ['a scheme around it', 'view-source:mailto:theo@example.com'],
    ['another program', 'tel:+15550100'],
    ['the address alone', 'theo@example.com'],
    ['more than an address may have', `mailto:theo@${'a.'.repeat(125)}example`],
  ])('refuses %s', (_what, link) => {
    expect(addressIn(link)).toBeNull();
  });
});
