// What a person prefers; kept in this browser, in force at once in all of its tabs.
import {el, button} from '../base/dom.js';
import {ask} from '../base/api.js';
import {attempt} from '../base/dialog.js';
import {onPrefs, prefer, prefs} from '../base/prefs.js';
import {KeySettings} from './keysettings.js';

const CHOICES = [
  ['theme', 'Light or dark', [['auto', 'As the system'], ['light', 'Light'], ['dark', 'Dark']]],
  ['palette', 'Gain and loss', [['green', 'Green up, red down'], ['red', 'Red up, green down'], ['blue', 'Blue up, orange down']]],
  ['density', 'Rows', [['compact', 'Compact'], ['normal', 'Normal'], ['roomy', 'Roomy']]],
  ['zone', 'Times', [['local', 'Local'], ['utc', 'UTC']]],
  ['confirm', 'Confirm before an order is sent', [['live', 'With real money'], ['always', 'Always']]],
  ['sound', 'Sound at fills and problems', [['off', 'Off'], ['on', 'On']]],
  ['desktop', 'Desktop notifications while the tab is hidden', [['off', 'Off'], ['on', 'On']]],
];

export class Settings {
  constructor(box) {
    this.login = el('section', {class: 'panel slim', 'aria-labelledby': 'session-head', hidden: true},
        el('div', {class: 'bar'}, el('h3', {id: 'session-head'}, 'Session')),
        el('p', {class: 'sub'}, 'Ends the session of this browser; the token is asked for again.'),
        el('div', {class: 'acts start'}, button('Sign out', () => this.signOut(), {id: 'sign-out'})));
    box.append(el('h2', {id: 'settings-head', class: 'unseen', tabindex: -1}, 'Settings'),
        el('section', {class: 'panel slim', 'aria-labelledby': 'prefs-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'prefs-head'}, 'Settings')),
            ...CHOICES.map(([name, label, options]) => this.choice(name, label, options)),
            el('p', {class: 'sample'}, 'Example: ', el('span', {class: 'up'}, '▲ +$12.50'), ' ', el('span', {class: 'down'}, '▼ −$7.25'), '. Colours always come with a sign and an arrow.')),
        new KeySettings().panel,
        this.login,
        el('section', {class: 'panel slim', 'aria-labelledby': 'about-head'},
            el('div', {class: 'bar'}, el('h3', {id: 'about-head'}, 'About')),
            el('p', {class: 'sub'}, 'Charts by ', el('a', {href: 'https://www.tradingview.com/', rel: 'noreferrer noopener', target: '_blank'}, 'TradingView'), ', Lightweight Charts™, Apache-2.0: ',
                el('a', {href: '/web/vendor/lightweight-charts/LICENSE.txt'}, 'licence'), ', ', el('a', {href: '/web/vendor/lightweight-charts/NOTICE.txt'}, 'notice'), '.')));
    onPrefs(() => this.show(box));
    this.show(box);
  }

  // Where a token is needed, one can sign out.
  session(needed) { this.login.hidden = !needed; }

  async signOut() {
    if (!(await attempt(() => ask('POST', '/logout', {})))) return;
    sessionStorage.clear();
    location.assign('/web/login.html');
  }

  choice(name, label, options) {
    return el('fieldset', {class: 'segments'}, el('legend', {}, label), ...options.map(([value, text]) => el('label', {},
        el('input', {type: 'radio', name: `pref-${name}`, value, onchange: () => prefer(name, value)}), el('span', {}, text))));
  }

  show(box) {
    for (const input of box.querySelectorAll('input[type=radio]')) input.checked = prefs[input.name.slice(5)] === input.value;
  }
}
