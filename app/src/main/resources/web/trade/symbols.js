// Instruments by symbol and name, with what can be done with them.
import {el} from '../base/dom.js';
import {ask} from '../base/api.js';

const MAX_SHOWN = 8;

export const search = async (text) => (await ask('GET', `/assets?${new URLSearchParams({search: text, limit: MAX_SHOWN})}`)).assets;

// What an instrument allows, in words.
export function flags(asset) {
  if (!asset.tradable) return [['not tradable', 'bad-text']];
  return [asset.fractionable ? ['fractional', ''] : null, !asset.shortable ? ['no short sales', ''] : asset.easyToBorrow ? null : ['hard to borrow', '']].filter(Boolean);
}

export const line = (asset) => [el('span', {class: 'strong'}, asset.symbol), el('span', {class: 'sub'}, asset.exchange),
  el('span', {class: 'name'}, asset.name || 'name not reported'), el('span', {class: 'flags'}, ...flags(asset).map(([text, kind]) => el('span', {class: `tag ${kind}`}, text)))];
