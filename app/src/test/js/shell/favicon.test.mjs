import assert from 'node:assert/strict';
import test from 'node:test';
import '../fake/page.mjs';

const {iconOf} = await import('../../../main/resources/web/shell/favicon.js');

test('unanswered orders come before gain and loss', () => {
  assert.deepEqual([iconOf(2, 'up'), iconOf(0, 'up'), iconOf(0, 'down'), iconOf(0, ''), iconOf(undefined, undefined)],
      ['/web/icon-unknown.svg', '/web/icon-up.svg', '/web/icon-down.svg', '/web/icon.svg', '/web/icon.svg']);
});
