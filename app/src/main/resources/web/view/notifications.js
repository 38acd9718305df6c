// Notifications: what each channel has delivered, what waits, why it fails, and a message to try it.
import {el, button, keyed, table, write} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt} from '../base/dialog.js';
import {amount, shortTime, time, words} from '../base/format.js';
import {note} from '../base/notes.js';
import {Question} from '../base/question.js';

const EVERY_MILLIS = 10_000;
const HOW = 'No channels are set up. Name one in notifications.properties of the data folder: ntfy, Telegram, Discord, Slack, email or a webhook; docs/notifications.md describes each.';

// A channel in a sign and words.
export function state(channel) {
  if (channel.failures) return {text: `✕ failed ${channel.failures} ${channel.failures === 1 ? 'time' : 'times'}: ${channel.trouble}`, kind: 'bad-text'};
  if (!channel.begun) return {text: '○ not started: the process with the trading loop starts it', kind: 'warn-text'};
  return {text: channel.deliveredAt ? '✓ works' : '✓ nothing to deliver yet', kind: 'good-text'};
}

export class Notifications {
  constructor(box) {
    this.channels = el('tbody');
    this.newest = el('tbody');
    this.said = el('p', {class: 'empty', role: 'status'});
    this.newestSaid = el('p', {class: 'foot', role: 'status'});
    this.about = el('span', {class: 'sum'});
    const scroll = (label, inside) => el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label}, inside);
    box.append(el('h2', {id: 'notifications-head', class: 'unseen', tabindex: -1}, 'Notifications'),
        el('section', {class: 'panel', 'aria-labelledby': 'channels-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'channels-head'}, 'Channels'), this.about), this.said,
            scroll('Channels', table('Channels', ['Channel', 'Type', 'To', 'State', '#Waiting', '#Delivered', '#Left out', 'Last delivery', 'Kinds', 'Try'], this.channels))),
        el('section', {class: 'panel fill', 'aria-labelledby': 'newest-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'newest-head'}, 'Newest notifications')),
            scroll('Newest notifications', table('Notifications, newest first', ['Time', 'Kind', 'What', 'Delivered by', 'Waits for'], this.newest)), this.newestSaid));
    this.question = new Question(() => ask('GET', '/notifications'), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
  }

  enter() { this.question.begin(); }
  leave() { this.question.end(); }
  again() { this.question.ask(); }
  soon() { this.question.soon(); }

  show(answer, problem) {
    write(this.said, problem ? `Not available: ${problem.message}` : answer.channels.length ? '' : HOW, problem ? 'empty bad-text' : 'empty');
    this.said.hidden = !this.said.textContent;
    if (!answer) return;
    write(this.about, `named ${answer.label} in messages; ${answer.pings ? 'a ping each minute while all is well' : 'no ping-url: nothing reports that this machine is dead'}`);
    keyed(this.channels, answer.channels, (one) => one.name, (one) => this.channel(one));
    keyed(this.newest, answer.newest, (one) => one.id, (one) => el('tr', {}, el('th', {scope: 'row', class: 'nowrap'}, time(one.at)), el('td', {class: 'nowrap'}, words(one.kind).replaceAll('-', ' ')),
        el('td', {class: 'long'}, one.title, one.text ? el('p', {class: 'sub'}, one.text) : null), el('td', {}, one.delivered.join(', ') || '–'), el('td', {class: one.waiting.length ? 'warn-text' : ''}, one.waiting.join(', ') || '–')));
    write(this.newestSaid, answer.newest.length ? `${answer.newest.length} shown` : 'Nothing to report yet.');
  }

  channel(one) {
    const {text, kind} = state(one);
    return el('tr', {}, el('th', {scope: 'row'}, one.name), el('td', {}, one.type), el('td', {class: 'long'}, one.to), el('td', {class: kind}, text),
        el('td', {class: one.waiting ? 'n warn-text' : 'n'}, amount(one.waiting)), el('td', {class: 'n'}, amount(one.delivered)), el('td', {class: 'n'}, amount(one.missed)), el('td', {class: 'nowrap'}, shortTime(one.deliveredAt) || 'never'),
        el('td', {class: 'sub'}, one.kinds.join(', ')), el('td', {class: 'acts'}, button('Test', () => this.test(one.name), {'aria-label': `Send a test message to ${one.name}`, data: {act: 'test'}})));
  }

  async test(name) {
    const answer = await attempt(() => ask('POST', `/notifications/${encodeURIComponent(name)}/test`, {}));
    if (answer) note(answer.delivered ? `${name}: the test message is delivered` : `${name}: not delivered: ${answer.reason}`, answer.delivered ? 'good' : 'bad');
  }
}
