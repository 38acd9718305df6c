// What a person prefers; kept in this browser, in force at once in all of its tabs.
import {el} from '../base/dom.js';
import {onPrefs, prefer, prefs} from '../base/prefs.js';

const CHOICES = [
  ['theme', 'Light or dark', [['auto', 'As the system'], ['light', 'Light'], ['dark', 'Dark']]],
  ['palette', 'Gain and loss', [['green', 'Green up, red down'], ['red', 'Red up, green down'], ['blue', 'Blue up, orange down']]],
  ['density', 'Rows', [['compact', 'Compact'], ['normal', 'Normal'], ['roomy', 'Roomy']]],
  ['zone', 'Times', [['local', 'Local'], ['utc', 'UTC']]],
  ['confirm', 'Confirm before an order is sent', [['live', 'With real money'], ['always', 'Always']]],
];

export class Settings {
  constructor(box) {
    box.append(el('h2', {id: 'settings-head', class: 'unseen', tabindex: -1}, 'Settings'),
        el('section', {class: 'panel slim', 'aria-labelledby': 'prefs-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'prefs-head'}, 'Settings')),
            ...CHOICES.map(([name, label, options]) => this.choice(name, label, options)),
            el('p', {class: 'sample'}, 'Example: ', el('span', {class: 'up'}, '▲ +$12.50'), ' ', el('span', {class: 'down'}, '▼ −$7.25'), '. Colours always come with a sign and an arrow.')),
        el('section', {class: 'panel slim', 'aria-labelledby': 'about-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'about-head'}, 'About')),
            el('p', {class: 'sub'}, 'Charts by ', el('a', {href: 'https://www.tradingview.com/', rel: 'noreferrer noopener', target: '_blank'}, 'TradingView'), ', Lightweight Charts™, Apache-2.0: ',
                el('a', {href: '/web/vendor/lightweight-charts/LICENSE.txt'}, 'licence'), ', ', el('a', {href: '/web/vendor/lightweight-charts/NOTICE.txt'}, 'notice'), '.')));
    onPrefs(() => this.show(box));
    this.show(box);
  }

  choice(name, label, options) {
    return el('fieldset', {class: 'segments'}, el('legend', {}, label), ...options.map(([value, text]) => el('label', {},
        el('input', {type: 'radio', name: `pref-${name}`, value, onchange: () => prefer(name, value)}), el('span', {}, text))));
  }

  show(box) {
    for (const input of box.querySelectorAll('input[type=radio]')) input.checked = prefs[input.name.slice(5)] === input.value;
  }
}
