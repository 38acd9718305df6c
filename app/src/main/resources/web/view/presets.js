// Mishaps that are worth watching, each a fault plan.
const rule = (target, fault, more) => ({rules: [{target, fault, ...more}]});

export const PRESETS = [
  {name: 'lost-answer', label: 'Lose the answer to the next order', means: 'It is accepted; the answer and its first news are lost. It turns UNKNOWN, and the next sync heals it.',
    plan: {rules: [{target: 'POST /v2/orders', fault: 'drop_after', times: 1}, {target: 'STREAM *', fault: 'lose', times: 3}]}},
  {name: 'lost-request', label: 'Lose the next order on its way', means: 'It never arrives, and nobody can know that yet: UNKNOWN, until the broker has said that it never had it.', plan: rule('POST /v2/orders', 'reset_before', {times: 1})},
  {name: 'server-error', label: 'Answer the next order with 503 though it is taken', means: 'An error is no proof: it is looked up.', plan: rule('POST /v2/orders', 'error_after', {times: 1})},
  {name: 'rate-limited', label: 'Refuse the next three orders: too many', means: '429 is a definite answer; it is tried again by schedule.', plan: rule('POST /v2/orders', 'rate_limited', {times: 3})},
  {name: 'slow', label: 'Make every answer slow', means: 'Half a second for each.', plan: rule('* /v2/*', 'latency', {millis: 500})},
  {name: 'lost-fills', label: 'Lose the next five fills of the stream', means: 'The stream is a hint: the sync finds them.', plan: rule('STREAM fill', 'lose', {times: 5})},
  {name: 'twice', label: 'Send every event twice', means: 'An execution counts once.', plan: rule('STREAM *', 'duplicate', {})},
  {name: 'cut', label: 'Cut the stream at the next event', means: 'It is connected anew, and a full sync follows.', plan: rule('STREAM *', 'cut', {times: 1})},
  {name: 'partial', label: 'Fill every order in part first', means: 'Partial fills, then the rest.', plan: {partial_fill_probability: 1}},
  {name: 'broker-down', label: 'Refuse everything: the broker is down', means: '503 for all. Trading goes to REDUCING when no sync comes through; take it back and watch.', plan: rule('* /v2/*', 'error_before', {})},
];
