// Computed styles: each variable of the style sheet has a colour of its own.
import {define} from './page.mjs';

const COLOURS = {quiet: 'rgb(1, 2, 3)', line: 'rgb(4, 5, 6)', up: 'rgb(0, 90, 0)', down: 'rgb(90, 0, 0)', 'up-strong': 'rgb(0, 180, 0)', 'down-strong': 'rgb(180, 0, 0)', buy: 'rgb(7, 8, 9)'};

define('getComputedStyle', (node) => ({color: COLOURS[/^var\(--(.+)\)$/.exec(node.style.color ?? '')?.[1]], fontFamily: 'sans-serif'}));
