// The icon of the tab: unanswered orders first, else whether today's profit is a gain or a loss.
import {$} from '../base/dom.js';

export const iconOf = (unknown, kind) => `/web/icon${unknown ? '-unknown' : kind === 'up' || kind === 'down' ? `-${kind}` : ''}.svg`;

export function showIcon(unknown, kind) {
  const icon = iconOf(unknown, kind);
  if ($('favicon').getAttribute('href') !== icon) $('favicon').setAttribute('href', icon);
}
