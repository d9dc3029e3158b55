// Unquoted scalars mean what kubectl's YAML 1.1 makes of them (SEMANTICS 10.1).
import { describe, expect, test } from 'vitest';
import { resolvePlain } from '../../../src/core/manifests/scalar.ts';

describe('a bare scalar', () => {
  test.each(['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'])(
    '%s is true',
    (text) => {
      expect(resolvePlain(text)).toBe(true);
    },
  );

  test.each(['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'])(
    '%s is false',
    (text) => {
      expect(resolvePlain(text)).toBe(false);
    },
  );

  test.each(['', '~', 'null', 'Null', 'NULL'])('"%s" is null', (text) => {
    expect(resolvePlain(text)).toBe(null);
  });

  test.each([
    ['0', 0],
    ['80', 80],
    ['+80', 80],
    ['-80', -80],
    ['1_000', 1000],
    ['0755', 493],
    ['-0755', -493],
    ['0o755', 493],
    ['0O755', 493],
    ['0x1F', 31],
    ['0X1f', 31],
    ['-0x10', -16],
    ['0b101', 5],
    ['0B101', 5],
    ['1.5', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['1e3', 1000],
    ['1E+3', 1000],
    ['1.5e-1', 0.15],
    // Not octal, so a decimal with a needless zero.
    ['08', 8],
    ['1.10', 1.1],
    ['.inf', Number.POSITIVE_INFINITY],
    ['+.Inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
  ])('%s is the number %d', (text, value) => {
    expect(resolvePlain(text)).toBe(value);
  });

  test.each([
    'a',
    'yEs',
    'tRue',
    'nULL',
    'none',
    'yes please',
    '-',
    '+',
    '.',
    '..',
    '._',
    '0x',
    '0x_',
    '0b',
    '0b2',
    '0o8',
    '0xg',
    '1.2.3',
    '10.0.0.0/8',
    '80/TCP',
    '1:30',
    '12:30:45',
    '1e',
    'e5',
    '1e5x',
    '--1',
    '+-1',
    '_1',
    'v1',
    '80-90',
    '2001-12-14',
    '2001-12-14t21:59:43.10-05:00',
    '.infinity',
    '.Nan',
    '=',
    '1 2',
    '１２',
  ])('%s is a string', (text) => {
    expect(resolvePlain(text)).toBe(text);
  });
});
