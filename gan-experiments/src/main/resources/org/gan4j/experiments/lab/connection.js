/* Asks the server. Nothing trains unless this page asks. */

import { at } from './pen.js';

let newest = Promise.resolve();

export async function ask(what, options) {
  const answer = await fetch(what, options);
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
}

export function trouble(text) {
  at('trouble').textContent = text;
  at('trouble').hidden = !text;
}

/* One message after the other, in the order in which they were sent. Returns the answer, or undefined after trouble. */
export function post(what, message) {
  newest = newest.then(() => send(what, message));
  return newest;
}

async function send(what, message) {
  try {
    const answer = await ask(what, { method: 'POST', body: message });
    trouble('');
    return answer;
  } catch (error) {
    trouble(error instanceof TypeError ? 'The lab does not answer; it ends with Ctrl-C in its terminal.' : error.message);
    return undefined;
  }
}
