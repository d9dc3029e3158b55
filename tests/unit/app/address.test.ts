// What the address asks for, and where the bare text of a file lies.
import { describe, expect, test } from 'vitest';
import { readAddress, withoutFrame, withoutSource } from '../../../src/app/link/address.ts';
import { rawAddress } from '../../../src/app/link/raw-address.ts';

const PAGE = 'https://netpolis.example/a/b%20c/';

describe('readAddress', () => {
  test.each([
    ['', '', null, false],
    ['?src=https://x.example/a.yaml', '', 'https://x.example/a.yaml', false],
    ['?src=', '', null, false],
    ['?src=%20', '', null, false],
    ['?embed', '', null, true],
    ['?embed&src=https://x.example/a.yaml', '', 'https://x.example/a.yaml', true],
    // A link carries its manifests: nobody is asked for others.
    ['?src=https://x.example/a.yaml', '#v1.AAAA', null, false],
    ['?src=https://x.example/a.yaml', '#section', 'https://x.example/a.yaml', false],
  ])('reads %j %j', (search, hash, source, isFrame) => {
    expect(readAddress({ search, hash })).toEqual({ source, isFrame });
  });

  test('is left without what no longer holds', () => {
    expect(withoutSource({ pathname: '/p/', search: '?src=x' })).toBe('/p/');
    expect(withoutSource({ pathname: '/p/', search: '?embed&src=x' })).toBe('/p/?embed=');
    expect(withoutSource({ pathname: '/p/', search: '?other=1' })).toBe('/p/?other=1');
    expect(withoutFrame({ href: `${PAGE}?embed#v1.A` })).toBe(`${PAGE}#v1.A`);
  });
});

describe('rawAddress', () => {
  test.each([
    ['https://x.example/a.yaml', 'https://x.example/a.yaml'],
    ['http://localhost:8080/a.yaml', 'http://localhost:8080/a.yaml'],
    ['http://127.0.0.1/a.yaml', 'http://127.0.0.1/a.yaml'],
    ['lesson.yaml', `${PAGE}lesson.yaml`],
    [
      'https://github.com/o/r/blob/main/k8s/a%20b.yaml',
      'https://raw.githubusercontent.com/o/r/main/k8s/a%20b.yaml',
    ],
    ['https://github.com/o/r/raw/v1/a.yaml', 'https://raw.githubusercontent.com/o/r/v1/a.yaml'],
    ['https://gist.github.com/me/abc123', 'https://gist.githubusercontent.com/me/abc123/raw'],
    ['https://gitlab.com/g/p/-/blob/main/a.yaml', 'https://gitlab.com/g/p/-/raw/main/a.yaml'],
    // Not a file: nothing to guess.
    ['https://github.com/o/r', 'https://github.com/o/r'],
  ])('reads %s as %s', (written, url) => {
    const raw = rawAddress(written, PAGE);
    expect(raw.ok && raw.url.href).toBe(url);
  });

  test.each([
    ['http://x.example/a.yaml', 'Only https'],
    ['http://localhost.example/a.yaml', 'Only https'],
    ['ftp://x.example/a.yaml', 'Only https'],
    ['file:///etc/passwd', 'no address'],
    ['javascript:alert(1)', 'no address'],
    ['data:text/plain,kind', 'no address'],
    ['blob:https://x.example/1', 'no address'],
    ['https://', 'no address'],
    ['https://me:secret@x.example/a.yaml', 'name and password'],
  ])('refuses %s', (written, words) => {
    const raw = rawAddress(written, PAGE);
    expect(raw.ok ? '' : raw.words).toContain(words);
  });

  test('takes nothing that lies beside a page opened as a file', () => {
    expect(rawAddress('other.yaml', 'file:///home/me/netpolis.html').ok).toBe(false);
  });
});
