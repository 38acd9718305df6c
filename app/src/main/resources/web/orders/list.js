// Draws the order list before the rest of the screen is loaded; main.js joins the two.
import {$} from '../base/dom.js';
import {address} from '../shell/address.js';
import {Splitters} from '../shell/splitters.js';
import {Blotter} from './blotter.js';
import {first} from './first.js';

export const blotter = new Blotter();
new Splitters($('view-trade'));
const {view, params} = address();
if (!view || view === 'trade') {
  blotter.address(params);
  $('view-trade').hidden = false;
}
first.then((page) => { if (page) blotter.preview(page); });
