// The button under the verdict that does what would make the order acceptable.
import {write} from '../base/dom.js';

export class FixButton {
  // `put` takes fields by name, `resume` asks whether trading is to be resumed.
  constructor(node, {put, resume}) {
    this.node = node;
    node.addEventListener('click', () => {
      const {put: values, go, act} = this.fix;
      if (values) put(values); else if (go) location.hash = go; else if (act === 'resume') resume();
    });
  }

  show(fix) {
    this.fix = fix;
    this.node.hidden = !fix;
    if (fix) write(this.node, fix.text);
  }
}
