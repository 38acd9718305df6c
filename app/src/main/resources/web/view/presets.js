// Mishaps that are worth watching, each a fault plan.
const rule = (target, fault, more) => ({rules: [{target, fault, ...more}]});

export const PRESETS = [
  {name: 'lost-answer', label: 'Lose the answer to the next order', means: 'It is accepted; the answer and its first event are lost. It becomes UNKNOWN, and the next sync resolves it.',
    plan: {rules: [{target: 'POST /v2/orders', fault: 'drop_after', times: 1}, {target: 'STREAM *', fault: 'lose', times: 3}]}},
  {name: 'lost-request', label: 'Lose the next order on its way', means: 'It never arrives and is UNKNOWN until the broker confirms that it does not have it.', plan: rule('POST /v2/orders', 'reset_before', {times: 1})},
  {name: 'server-error', label: 'Answer the next order with 503 although it is accepted', means: 'An error proves nothing: the order is looked up.', plan: rule('POST /v2/orders', 'error_after', {times: 1})},
  {name: 'rate-limited', label: 'Refuse the next three orders: too many', means: '429 is a definite answer; the request is retried later.', plan: rule('POST /v2/orders', 'rate_limited', {times: 3})},
  {name: 'slow', label: 'Make every answer slow', means: 'Half a second for each.', plan: rule('* /v2/*', 'latency', {millis: 500})},
  {name: 'lost-fills', label: 'Lose the next five fills of the stream', means: 'The next sync finds them.', plan: rule('STREAM fill', 'lose', {times: 5})},
  {name: 'twice', label: 'Send every event twice', means: 'An execution counts once.', plan: rule('STREAM *', 'duplicate', {})},
  {name: 'cut', label: 'Cut the stream at the next event', means: 'It reconnects, and a full sync follows.', plan: rule('STREAM *', 'cut', {times: 1})},
  {name: 'partial', label: 'Fill every order in part first', means: 'Partial fills, then the rest.', plan: {partial_fill_probability: 1}},
  {name: 'broker-down', label: 'Refuse everything: the broker is down', means: '503 for all. Trading becomes REDUCING when no sync succeeds, until this is removed.', plan: rule('* /v2/*', 'error_before', {})},
];
