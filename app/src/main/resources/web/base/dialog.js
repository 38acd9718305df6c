// Asks before something that cannot be taken back. A new question takes the place of an open one, so
// that the keys that stop things always work.
import {el, button, write} from './dom.js';
import {capital} from './format.js';

let asking = null;

// Answers what stood in the field, or true, or null.
export async function sure(head, text, yes, field) {
  const answer = await form(head, text, yes, field ? [{name: 'field', label: field}] : []);
  return answer && (field ? answer.field || 'no reason given' : true);
}

export const say = (head, text) => form(head, text, 'OK', [], '');

// Answers the fields by name, or null. A field with `mustBe` keeps the way shut until it says that, one with
// `check` until that accepts it; one with `when` is there only while the box of that name is checked; a box
// that `implies` another checks it; `says` writes a line about what is typed, and
// calls its second argument when it has more to say.
// `submit` carries the answers out while the form stays: what it throws is shown there.
export function form(head, text, yes, fields = [], kind = 'danger', submit = null) {
  asking?.close('no');
  const back = document.activeElement;
  return new Promise((answer) => {
    const inputs = fields.map((field) => el('input', {
      id: `ask-${field.name}`, name: field.name, maxlength: 200, value: field.value, type: field.type ?? 'text', autocomplete: 'off',
      placeholder: field.hint, class: field.type === 'checkbox' ? '' : 'wide',
    }));
    const ok = el('button', {type: 'submit', class: kind || 'main'}, yes);
    const said = fields.map((field) => (field.says ? el('span', {class: 'says', role: 'status'}) : null));
    const named = (name) => inputs.find((input) => input.name === name);
    const check = () => {
      fields.forEach((field, i) => {
        if (field.when) inputs[i].parentNode.hidden = !named(field.when).checked;
        if (field.implies) { named(field.implies).disabled = inputs[i].checked; named(field.implies).checked ||= inputs[i].checked; }
      });
      fields.forEach((field, i) => { if (field.says) write(said[i], field.says(inputs[i].value, again)); });
      ok.disabled = fields.some((field, i) => !inputs[i].parentNode.hidden && ((field.mustBe && inputs[i].value.trim() !== field.mustBe) || (field.check && !field.check(inputs[i].value))));
    };
    // For what is said of a field only after a while.
    const again = () => { if (box.isConnected && box.open) check(); };
    const answers = () => Object.fromEntries(fields.map((field, i) => [field.name, field.type === 'checkbox' ? inputs[i].checked : inputs[i].value.trim()]));
    const problem = el('p', {class: 'bad-text', role: 'alert', hidden: true});
    const done = async () => {
      if (submit) {
        ok.disabled = true;
        try { await submit(answers()); } catch (refused) {
          problem.textContent = refused.refused === false ? `No answer yet: it may or may not have been executed. ${capital(refused.message)}` : refused.message;
          problem.hidden = false;
          check();
          return;
        }
      }
      box.close('yes');
    };
    const box = el('dialog', {'aria-labelledby': 'ask-head', class: 'ask'},
        el('form', {method: 'dialog', oninput: check, onsubmit: (event) => { event.preventDefault(); if (!ok.disabled) done(); }},
            el('h2', {id: 'ask-head'}, head), text ? el('p', {}, text) : null,
            ...fields.map((field, i) => el('label', {for: `ask-${field.name}`, class: field.type === 'checkbox' ? 'check' : ''},
                ...(field.type === 'checkbox' ? [inputs[i], ` ${field.label}`] : [`${field.label} `, inputs[i], said[i]].filter(Boolean)))),
            problem,
            el('div', {class: 'acts'}, kind ? button('Back', () => box.close('no')) : null, ok)));
    box.addEventListener('close', () => {
      box.remove();
      if (asking === box) asking = null;
      if (back?.isConnected) back.focus({preventScroll: true});
      answer(box.returnValue === 'yes' ? answers() : null);
    }, {once: true});
    check();
    document.body.append(box);
    asking = box;
    box.showModal();
    const first = inputs.find((input) => input.type !== 'checkbox') ?? ok;
    first.focus();
    first.select?.();
  });
}

// Makes a request and shows a refusal.
export async function attempt(work) {
  try { return await work(); } catch (problem) {
    await say(problem.refused ? 'Not executed' : 'No answer yet: it may or may not have been executed', problem.message);
    return null;
  }
}
