// Sounds and desktop notifications of what orders became, for those who chose them in the settings.
import {onPrefs, prefs} from '../base/prefs.js';
import {amount, words} from '../base/format.js';
import {isTrouble, quantity} from '../orders/status.js';

const TONES = {good: [880, 0.12], bad: [220, 0.35]};
const MAX_SHOWN = 3;
const VOLUME = 0.08;

export class Signals {
  // `turned` is called with the orders whose status is new.
  turned(orders) {
    const worth = orders.filter((order) => order.status === 'filled' || isTrouble(order.status));
    if (!worth.length) return;
    const kind = worth.some((order) => isTrouble(order.status)) ? 'bad' : 'good';
    if (prefs.sound === 'on') this.tone(kind);
    if (prefs.desktop === 'on' && document.hidden) this.notify(worth);
  }

  tone(kind) {
    const [hertz, seconds] = TONES[kind];
    this.audio ??= new AudioContext();
    const source = this.audio.createOscillator();
    const volume = this.audio.createGain();
    volume.gain.value = VOLUME;
    source.frequency.value = hertz;
    source.connect(volume).connect(this.audio.destination);
    source.start();
    source.stop(this.audio.currentTime + seconds);
  }

  notify(orders) {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    for (const order of orders.slice(0, MAX_SHOWN)) {
      const text = isTrouble(order.status) ? `${words(order.status)}: ${order.text}` : `filled at ${order.avgFillPrice ?? '?'}`;
      new Notification(`${words(order.side)} ${amount(quantity(order))} ${order.symbol}`, {body: text, tag: order.id, icon: '/web/icon.svg'});
    }
  }
}

// The browser asks for permission once it was chosen.
onPrefs(() => { if (prefs.desktop === 'on' && 'Notification' in window && Notification.permission === 'default') Notification.requestPermission(); });
