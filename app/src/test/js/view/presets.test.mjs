import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {PRESETS} from '../../../main/resources/web/view/presets.js';

// The faults that the simulator knows.
const KINDS = readFileSync(new URL('../../../../../broker-simulator/src/main/java/dev/lockstep/simulator/faults/FaultKind.java', import.meta.url), 'utf8');
const FAULTS = new Set([...KINDS.matchAll(/^ {4}([A-Z_]+)[,;]/gm)].map(([, name]) => name.toLowerCase()));
const STREAM_ONLY = new Set(['lose', 'duplicate', 'cut']);

test('each preset has a name of its own, a label and an explanation', () => {
  assert.equal(new Set(PRESETS.map((one) => one.name)).size, PRESETS.length);
  for (const {name, label, means} of PRESETS) assert.ok(name && label && /\.$/.test(means), name);
});

for (const {name, plan} of PRESETS) {
  test(`the plan of ${name} has rules or a probability that the simulator knows`, () => {
    if (!plan.rules) { assert.deepEqual(plan, {partial_fill_probability: 1}); return; }
    for (const {target, fault, ...more} of plan.rules) {
      assert.ok(FAULTS.has(fault), fault);
      assert.match(target, STREAM_ONLY.has(fault) ? /^STREAM / : /^(\*|GET|POST|PATCH|DELETE) \//);
      for (const [field, value] of Object.entries(more)) assert.ok(['times', 'millis'].includes(field) && Number.isInteger(value) && value > 0, field);
    }
  });
}
