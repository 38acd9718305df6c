import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';

const FOLDER = new URL('../../../main/resources/web/style/', import.meta.url);
const SIZES = /^(inherit|var\(--(small|body|large)\)(\/[\d.]+ var\(--(sans|mono)\))?)$/;

for (const name of readdirSync(FOLDER)) {
  test(`${name} has no type size but the three`, () => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const sizes = [...text.matchAll(/font(?:-size)?: *([^;}]+)/g)].map(([, size]) => size.trim());
    assert.deepEqual(sizes.filter((size) => !SIZES.test(size)), []);
  });
}

test('the three sizes are 12, 13 and 20 pixels', () => {
  const text = readFileSync(new URL('theme.css', FOLDER), 'utf8');
  assert.deepEqual([...text.matchAll(/--(small|body|large): (\d+)px/g)].map(([, name, size]) => [name, size]), [['small', '12'], ['body', '13'], ['large', '20']]);
});
