// Real money is risked only while trading is armed: on purpose, in sight, and for a limited time. Arming
// sends nothing by itself.
import {$, write} from '../base/dom.js';
import {setLiveWords} from '../base/api.js';
import {form} from '../base/dialog.js';
import {note} from '../base/notes.js';

const WORDS = 'this is real money';
const ARMED_MINUTES = 15;

export class Arming {
  constructor(mode) {
    this.mode = mode;
    this.until = 0;
    $('arm').addEventListener('click', () => (this.armed ? this.disarm() : this.arm()));
  }

  get armed() { return Date.now() < this.until; }

  // Whether something may be sent now. Where it may not, arming is offered, and the order has to be sent again.
  require = async () => {
    if (this.mode() !== 'live' || this.armed) return true;
    if (await this.arm()) note(`Live trading is armed for ${ARMED_MINUTES} minutes. Nothing was sent.`, 'warn');
    return false;
  };

  async arm() {
    const answer = await form('Arm live trading', `For ${ARMED_MINUTES} minutes this tab can send orders with real money. Nothing is sent now. Type: ${WORDS}`, 'Arm',
        [{name: 'words', label: 'Confirmation', mustBe: WORDS}]);
    if (answer?.words !== WORDS) return false;
    this.until = Date.now() + ARMED_MINUTES * 60_000;
    setLiveWords(WORDS);
    this.tick();
    return true;
  }

  disarm() {
    this.until = 0;
    this.tick();
  }

  tick() {
    const live = this.mode() === 'live';
    $('arm').hidden = !live;
    if (!this.armed) setLiveWords(null);
    if (!live) return;
    const left = Math.max(0, Math.ceil((this.until - Date.now()) / 60_000));
    write($('arm'), this.armed ? `Armed, ${left} min` : 'Arm', this.armed ? 'danger' : '');
    $('arm').title = this.armed ? 'Live trading is armed; press to disarm' : 'Orders with real money need arming first';
  }
}
