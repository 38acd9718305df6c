// Puts the screen together: what the server tells live, what a person asks for, and the keys.
import {$, el, pair, words, age, time, dollars} from './dom.js';
import {ask, setLiveWords, hasLiveWords} from './api.js';
import {Blotter, described} from './blotter.js';
import {Ticket} from './ticket.js';

const QUIET_MILLIS = 25_000;
const ASK_EVERY_MILLIS = 5_000;
const LIVE_WORDS = 'this is real money';
let status = null;
let heard = 0;

const blotter = new Blotter({show, cancel});
new Ticket(confirmLive);

function badge(node, text, kind) {
  node.textContent = text;
  node.className = `badge ${kind}`;
}

function showStatus(now) {
  status = now;
  heard = Date.now();
  badge($('mode'), now.mode === 'SIM' ? 'SIM · simulator' : now.mode === 'PAPER' ? 'PAPER · no real money' : 'LIVE · real money', now.mode === 'LIVE' ? 'bad' : 'good');
  badge($('trading'), `trading ${words(now.tradingState)}`, now.tradingState === 'ACTIVE' ? 'good' : now.tradingState === 'HALTED' ? 'bad' : 'warn');
  $('resume').hidden = now.tradingState === 'ACTIVE';
  const broker = now.broker;
  $('facts').replaceChildren(
      pair('broker', broker.reachable ? `${broker.latencyMillis ?? '?'} ms` : 'not reachable', !broker.reachable),
      pair('stream', `${words(now.stream.state)}`, now.stream.state !== 'LISTENING'),
      pair('sync', `${age(now.sync.ageMillis)} ago`, !now.sync.fresh),
      pair('database', words(now.store.health), now.store.health !== 'SOUND'),
      pair('unknown', now.unresolved.count + (now.unresolved.oldestMillis ? `, oldest ${age(now.unresolved.oldestMillis)}` : ''), now.unresolved.count > 0),
      pair('market', now.market ? (now.market.open ? 'open' : `closed until ${time(now.market.nextOpen)}`) : 'not known'));
  const why = [];
  if (now.store.health !== 'SOUND') why.push(`The database takes no orders: ${now.store.text}`);
  if (!broker.reachable && broker.fault) why.push(`The broker does not answer: ${broker.fault}`);
  if (!now.sync.fresh) why.push(`No sync has come through lately${now.sync.failure ? `: ${now.sync.failure}` : ''}. What you see may be old.`);
  for (const held of now.restrictions) why.push(`${words(held.state)} by ${held.who ?? held.source}: ${held.why}`);
  banner(why);
  document.body.classList.toggle('stale', !now.sync.fresh);
}

function banner(lines) {
  const text = lines.join(' · ');
  if ($('banner').textContent !== text) $('banner').textContent = text;
  $('banner').hidden = !text;
}

function listen() {
  const source = new EventSource('/api/v1/events');
  const live = (name, act) => source.addEventListener(name, (event) => { heard = Date.now(); act(JSON.parse(event.data)); });
  // A refusal ends a stream for good by the standard; the page goes on asking.
  source.onerror = () => { if (source.readyState === EventSource.CLOSED) setTimeout(listen, ASK_EVERY_MILLIS); };
  source.onopen = () => { heard = Date.now(); blotter.reload(); holdings(); incidents(); };
  live('status', showStatus);
  live('order', ({order}) => { blotter.news(order); holdingsSoon(); });
  live('incident', incidents);
  live('reset', () => blotter.reload());
}

// A page that hears nothing says so: an old picture must not look like a quiet market.
setInterval(() => {
  const quiet = Date.now() - heard > QUIET_MILLIS;
  badge($('page'), quiet ? 'disconnected: this is old' : 'live', quiet ? 'bad' : 'good');
  if (quiet) document.body.classList.add('stale');
  $('clock').textContent = new Date().toLocaleTimeString();
}, 1000);

let holdingsTimer = null;
function holdingsSoon() { holdingsTimer ??= setTimeout(() => { holdingsTimer = null; holdings(); }, 1000); }
setInterval(() => { if (!document.hidden) holdings(); }, ASK_EVERY_MILLIS);

async function holdings() {
  try {
    const [{positions}, account] = await Promise.all([ask('GET', '/positions'), ask('GET', '/account')]);
    $('account').replaceChildren(pair('equity', dollars(account.equity)), pair('cash', dollars(account.cash)), pair('buying power', dollars(account.buyingPower)));
    const flat = positions.filter((one) => one.brokers !== '0' || one.ours !== '0');
    $('positions').replaceChildren(!flat.length ? el('p', {class: 'empty'}, 'No positions.') : el('table', {},
        el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Symbol'), el('th', {scope: 'col', class: 'n'}, 'Broker'), el('th', {scope: 'col', class: 'n'}, 'Ours'), el('th', {scope: 'col'}, 'Close'))),
        el('tbody', {}, ...flat.map((one) => el('tr', {},
            el('th', {scope: 'row'}, one.symbol),
            el('td', {class: 'n'}, one.brokers),
            el('td', {class: one.inStep ? 'n' : 'n bad-text'}, one.inStep ? one.ours : `${one.ours} differs`),
            el('td', {}, el('button', {type: 'button', 'aria-label': `Close ${one.symbol}`, onclick: () => close(one.symbol, {})}, 'All'), ' ',
                el('button', {type: 'button', 'aria-label': `Close half of ${one.symbol}`, onclick: () => close(one.symbol, {percent: '50'})}, 'Half')))))));
  } catch (problem) {
    $('positions').replaceChildren(el('p', {class: 'empty bad-text'}, `Not known: ${problem.message}`));
  }
}

async function incidents() {
  try {
    const answer = await ask('GET', '/incidents');
    $('incidents').replaceChildren(...answer.incidents.map((one) => el('li', {}, `${time(one.openedAt)} ${words(one.kind)} ${one.subject}: ${one.text}`)));
  } catch (problem) {
    $('incidents').replaceChildren(el('li', {class: 'bad-text'}, `Not known: ${problem.message}`));
  }
}

async function act(work) {
  try { return await work(); } catch (problem) {
    await say(problem.status >= 400 && problem.status < 500 ? 'Not done' : 'Nobody knows yet whether it was done', problem.message);
    return null;
  }
}

async function cancel(ids) {
  const ends = await Promise.allSettled(ids.map((id) => ask('DELETE', `/orders/${id}`)));
  const left = ends.filter((end) => end.status === 'rejected').map((end) => end.reason.message);
  if (left.length) await say(`${ids.length - left.length} of ${ids.length} cancels were asked for`, left.join('; '));
}

async function close(symbol, part) {
  const what = part.percent ? `Close ${part.percent} % of ${symbol}?` : `Close all of ${symbol}?`;
  if (!(await sure(what, 'One market order; what holds the shares is canceled first.', 'Close'))) return;
  const answer = await act(() => ask('POST', `/positions/${symbol.replace('/', '-')}/close`, part));
  if (answer) await say(`${symbol}: ${words(answer.result)}`, answer.text || 'See the order list.');
  holdings();
}

async function cancelAll() {
  if (await sure('Cancel all open orders?', 'Every open order that was sent from here.', 'Cancel all')) await act(() => ask('POST', '/orders/cancel-all', {}));
}

async function halt() {
  const reason = await sure('Halt trading?', 'No new risk leaves any process until somebody resumes. Cancels and orders that reduce a position still go.', 'Halt', 'Reason');
  if (reason) await act(() => ask('POST', '/trading/halt', {reason}));
}

async function reduce() {
  const reason = await sure('Only reduce positions?', 'Orders that open or grow a position are denied.', 'Reduce', 'Reason');
  if (reason) await act(() => ask('POST', '/trading/reduce', {reason}));
}

async function resume() {
  if (!(await confirmLive())) return;
  const reason = await sure('Resume trading?', 'Lifts what a person asked for. What a watchdog asked for stays.', 'Resume', 'Reason');
  if (reason) await act(() => ask('POST', '/trading/resume', {reason}));
}

async function show(id) {
  const answer = await act(() => ask('GET', `/orders/${id}`));
  if (!answer) return;
  const order = answer.order;
  const fields = [['Status', `${words(order.status)} (${order.brokerStatus || 'no word of the broker'})`], ['Filled', `${order.cumQty} of ${order.orderQty ?? `$${order.cashOrderQty}`}`],
    ['Average price', order.avgPx ?? 'none'], ['Said', order.text || 'nothing'], ['Order', order.id], ['Client order', order.clientOrderId],
    ['Broker order', order.brokerOrderId ?? 'none yet'], ['Made', time(order.createdAt)]];
  const linked = [...answer.legs, ...answer.chain.filter((one) => one.id !== order.id)];
  const box = $('detail');
  box.replaceChildren(
      el('h2', {id: 'detail-head'}, `${words(order.side)} ${order.orderQty ?? `$${order.cashOrderQty}`} ${order.symbol} ${described(order)}`),
      el('dl', {}, ...fields.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
      ...(linked.length ? [el('h3', {}, 'Hangs together with'), el('ul', {}, ...linked.map((one) => el('li', {},
          el('button', {type: 'button', onclick: () => { box.close(); show(one.id); }}, `${words(one.side)} ${one.orderQty ?? ''} ${described(one)}: ${words(one.status)}`))))] : []),
      el('h3', {}, 'What happened, and on what evidence'),
      el('ol', {}, ...answer.history.map((event) => el('li', {},
          `${time(event.at)} · ${words(event.status)} · filled ${event.cumQty} · ${words(event.source)}: ${event.summary}`,
          event.payload ? el('details', {}, el('summary', {}, `word for word${event.requestId ? `, request ${event.requestId}` : ''}`), el('pre', {}, event.payload)) : null))),
      el('div', {class: 'acts'}, el('button', {type: 'button', onclick: () => box.close()}, 'Close')));
  if (!box.open) box.showModal();
}

// Asks before something that cannot be taken back; answers the reason, or true, or null. A new
// question takes the place of an open one, so that the keys that stop things always work.
let asking = null;
function sure(head, text, yes, field) {
  asking?.close('no');
  return new Promise((answer) => {
    const input = field && el('input', {id: 'ask-field', maxlength: 200});
    const box = el('dialog', {'aria-labelledby': 'ask-head'});
    box.append(el('form', {method: 'dialog', onsubmit: (event) => { event.preventDefault(); box.close('yes'); }},
        el('h2', {id: 'ask-head'}, head), el('p', {}, text),
        field ? el('label', {for: 'ask-field'}, `${field} `, input) : null,
        el('div', {class: 'acts'}, el('button', {type: 'button', onclick: () => box.close('no')}, 'Back'), el('button', {type: 'submit', class: 'danger'}, yes))));
    box.addEventListener('close', () => {
      box.remove();
      if (asking === box) asking = null;
      answer(box.returnValue === 'yes' ? (input ? input.value.trim() || 'no reason given' : true) : null);
    }, {once: true});
    document.body.append(box);
    asking = box;
    box.showModal();
    (input ?? box.querySelector('[type=submit]')).focus();
  });
}

const say = (head, text) => sure(head, text, 'Well');

async function confirmLive() {
  if (status?.mode !== 'LIVE' || hasLiveWords()) return true;
  const words = await sure('This trades with real money', `Type the words: ${LIVE_WORDS}`, 'Switch on', 'Words');
  if (words !== LIVE_WORDS) return false;
  setLiveWords(words);
  return true;
}

function keys() {
  const known = [['F7', 'cancel all, also while typing'], ['F8', 'halt, also while typing'], ['n', 'order ticket'], ['o', 'order list'], ['/', 'filter by symbol'], ['?', 'these keys'], ['Esc', 'closes what is open']];
  const box = $('detail');
  box.replaceChildren(el('h2', {id: 'detail-head'}, 'Keys'), el('dl', {}, ...known.flatMap(([key, text]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)])),
      el('div', {class: 'acts'}, el('button', {type: 'button', onclick: () => box.close()}, 'Close')));
  if (!box.open) box.showModal();
}

document.addEventListener('keydown', (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  // The two that stop things work everywhere: no field and no mode may take them away.
  if (event.key === 'F7') { event.preventDefault(); cancelAll(); return; }
  if (event.key === 'F8') { event.preventDefault(); halt(); return; }
  if (event.target.closest('input, select, textarea, dialog')) return;
  const go = {n: () => $('ticket').elements.symbol.focus(), o: () => $('blotter').focus(), '/': () => $('filter').focus(), '?': keys}[event.key];
  if (go) { event.preventDefault(); go(); }
});

$('cancel-all').addEventListener('click', cancelAll);
$('halt').addEventListener('click', halt);
$('reduce').addEventListener('click', reduce);
$('resume').addEventListener('click', resume);
ask('GET', '/status').then(showStatus).catch((problem) => banner([problem.status === 401 ? 'This server wants its token: use the interface with Authorization: Bearer.' : problem.message]));
listen();
