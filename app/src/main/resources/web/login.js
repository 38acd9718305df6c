// Exchanges the token for the session's cookie; the token itself is kept nowhere.
import './base/prefs.js';
import {$, write} from './base/dom.js';
import {ask} from './base/api.js';
import {signedIn} from './shell/address.js';

$('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('enter').disabled = true;
  write($('said'), '');
  try {
    await ask('POST', '/login', {token: $('token').value});
    location.replace(signedIn());
  } catch (problem) {
    write($('said'), problem.status === 401 ? 'Wrong token.' : problem.message);
    $('enter').disabled = false;
    $('token').select();
  }
});
