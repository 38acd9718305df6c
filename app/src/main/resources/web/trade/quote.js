// The quote beside the ticket; a click on a price takes it over as the limit.
import {el, write} from '../base/dom.js';
import {age, amount, price as priced} from '../base/format.js';
import {ask} from '../base/api.js';
import {Question} from '../base/question.js';
import {decimal, exact, minus} from '../base/decimal.js';

const EVERY_MILLIS = 2_000;
const OLD_MILLIS = 60_000;

export class Quote {
  constructor(box, {take, changed}) {
    this.box = box;
    this.changed = changed;
    this.now = null;
    this.symbol = '';
    const price = (name, side) => {
      const px = el('strong', {});
      const qty = el('span', {class: 'size'});
      const node = el('button', {type: 'button', class: `px ${side}`, disabled: true, onclick: () => this.now?.[side] && take(this.now[side])}, el('span', {class: 'name'}, name), px, qty);
      return {node, px, qty};
    };
    this.bid = price('Bid', 'bid');
    this.ask = price('Ask', 'ask');
    this.about = el('span', {class: 'about'});
    box.append(this.bid.node, this.ask.node, this.about);
    this.question = new Question(() => this.load(), (answer, problem) => this.show(answer, problem), EVERY_MILLIS);
    this.show(null, null);
  }

  // Of what is typed; nobody is asked about half a symbol more than once.
  of(symbol) {
    if (symbol === this.symbol) return;
    this.symbol = symbol;
    this.now = null;
    this.show(null, null);
    if (symbol) this.question.begin(); else this.question.end();
  }

  async load() {
    const symbol = this.symbol;
    return symbol ? {symbol, quote: await ask('GET', `/quotes?symbol=${encodeURIComponent(symbol)}`)} : null;
  }

  show(answer, problem) {
    if (answer && answer.symbol !== this.symbol) return;
    this.now = answer?.quote ?? null;
    for (const [side, part] of [['bid', this.bid], ['ask', this.ask]]) {
      write(part.px, priced(this.now?.[side]));
      write(part.qty, this.now ? `× ${amount(this.now[`${side}Qty`])}` : '');
      part.node.disabled = !this.now?.[side];
    }
    write(this.about, this.told(problem), problem ? 'about warn-text' : 'about');
    this.changed();
  }

  told(problem) {
    if (problem) return problem.status === 404 || problem.status === 400 ? 'no quote' : `no quote: ${problem.message}`;
    if (!this.now) return this.symbol ? 'asking' : 'no symbol yet';
    const spread = exact(minus(decimal(this.now.ask), decimal(this.now.bid)));
    const old = Date.now() - Date.parse(this.now.at);
    return `${spread ? `spread ${priced(spread)}` : 'one side only'}${old > OLD_MILLIS ? `, ${age(old)} old` : ''}`;
  }

  // What an order of this side would trade at now.
  price(side) { return this.now?.[side === 'buy' ? 'ask' : 'bid'] ?? null; }
}
