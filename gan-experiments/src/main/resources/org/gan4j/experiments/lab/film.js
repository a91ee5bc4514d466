/* Shows the frames of a film. It runs in the film's own page, which has all scripts in it and asks nobody. */

import { at } from './pen.js';
import { build, draw, explain, remember } from './view.js';

const BETWEEN = 120;

const { lab, frames } = JSON.parse(at('reel').textContent);
const shown = { lab, frame: undefined, past: [], options: { arrows: true, grid: true } };
let timer;

function showFrame(number) {
  shown.past = [];
  frames.slice(0, number + 1).forEach(frame => remember(shown, frame));
  at('frame').value = number;
  draw(shown);
}

function stop() {
  clearInterval(timer);
  timer = undefined;
  at('play').textContent = 'Play';
}

function run() {
  const next = Number(at('frame').value) + 1;
  if (next < frames.length) showFrame(next); else stop();
}

function playOrPause() {
  if (timer) {
    stop();
    return;
  }
  if (Number(at('frame').value) === frames.length - 1) showFrame(0);
  timer = setInterval(run, BETWEEN);
  at('play').textContent = 'Pause';
}

build(shown);
at('frame').max = frames.length - 1;
showFrame(0);
explain(shown);
at('play').addEventListener('click', playOrPause);
at('frame').addEventListener('input', event => { stop(); showFrame(Number(event.target.value)); });
document.addEventListener('keydown', event => { if (event.key.toLowerCase() === 'p') playOrPause(); });
['arrows', 'grid'].forEach(option => at(option).addEventListener('change', () => {
  shown.options[option] = at(option).checked;
  draw(shown);
}));
window.addEventListener('resize', () => draw(shown));
