/* The controls of a live lab. */

import { drawing, listenToBrush } from './brush.js';
import { ask, post, trouble } from './connection.js';
import { at, element } from './pen.js';
import { changes, offer } from './parts.js';
import { keep, saveFilm, wind } from './reel.js';
import { build, draw, explain, remember } from './view.js';

const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500];

const shown = { lab: undefined, frame: undefined, past: [], options: { arrows: true, grid: true } };
/* The number of the present play; 0 while paused. */
let playing = 0;
let plays = 0;
let menu;

const steps = () => SIZES[at('steps').value];
const redraw = () => { if (shown.frame) draw(shown); };

/* Asks for a frame and takes it; false if there was none. */
async function next(what, message) {
  const frame = await post(what, message);
  if (frame) take(frame);
  return Boolean(frame);
}

function take(frame) {
  remember(shown, frame);
  keep(frame);
  if (frame.arms.every(arm => !arm.finite)) pause();
  draw(shown);
}

/* The charts and the film begin anew. */
function forget() {
  shown.past = [];
  wind();
}

function pause() {
  playing = 0;
  at('play').textContent = 'Play';
}

/* The next frame is made while this one is drawn. A hidden tab gets no animation frame, so it does not train. */
async function play() {
  const mine = ++plays;
  playing = mine;
  at('play').textContent = 'Pause';
  let coming = post('advance', 'steps=' + steps());
  while (coming) {
    const frame = await coming;
    if (!frame) pause();
    coming = playing === mine ? post('advance', 'steps=' + steps()) : undefined;
    if (frame) take(frame);
    await new Promise(requestAnimationFrame);
  }
}

function updateAlone(player) {
  pause();
  if (shown.lab.loneUpdates) next('update', 'player=' + player);
}

async function restart() {
  pause();
  const frame = await post('restart', '');
  if (!frame) return;
  forget();
  take(frame);
}

/* Gives the arms the settings of the form: at once with their weights, or at step 0. */
async function set(what) {
  pause();
  const message = changes();
  if (message === undefined) {
    trouble('The marked fields are no numbers of their ranges.');
  } else if (message === '') {
    trouble('Nothing in the form differs from what there is.');
  } else if (await post(what, message)) {
    if (what === 'anew') forget();
    await show();
  }
}

async function trainOnDrawing() {
  pause();
  if (!await post('draw', drawing())) return;
  forget();
  await show();
  at('arms').scrollIntoView();
}

/* The page of another situation is built anew. */
async function begin(number) {
  pause();
  if (await post('begin', 'situation=' + number)) location.reload();
}

function buildMenu({ present, situations }) {
  at('begin').hidden = situations.length < 2;
  situations.forEach((situation, number) => {
    const option = element(at('situation'), 'option', '', situation.name);
    option.id = 'begin-' + situation.name;
    option.value = number;
  });
  at('situation').value = present;
  at('purpose').textContent = situations[present].purpose;
}

function offerRecipes({ experiment, arms }) {
  arms.forEach((arm, index) => {
    const recipe = element(at('arm' + index), 'a', '', 'Save this arm as a recipe');
    recipe.href = 'recipe/' + index;
    recipe.download = experiment + '-' + arm.name.replace(/[^A-Za-z0-9.-]+/g, '-') + '.yaml';
  });
}

const ACTIONS = {
  p: () => (playing ? pause() : play()),
  s: () => { pause(); next('advance', 'steps=1'); },
  r: restart,
  a: () => at('arrows').click(),
  m: () => at('grid').click(),
  d: () => updateAlone('d'),
  g: () => updateAlone('g'),
};
const BUTTONS = { play: 'p', one: 's', restart: 'r', onlyD: 'd', onlyG: 'g' };

function listen() {
  Object.entries(BUTTONS).forEach(([button, key]) => at(button).addEventListener('click', ACTIONS[key]));
  at('situation').addEventListener('change', event => begin(event.target.value));
  Object.keys(shown.options).forEach(option => at(option).addEventListener('change', () => {
    shown.options[option] = at(option).checked;
    redraw();
  }));
  at('film').addEventListener('click', () => saveFilm(shown.lab));
  listenToBrush();
  at('draw').addEventListener('click', trainOnDrawing);
  at('form').addEventListener('submit', event => event.preventDefault());
  ['change', 'anew'].forEach(what => at(what).addEventListener('click', () => set(what)));
  at('steps').addEventListener('input', () => { at('stepsText').textContent = steps(); });
  document.addEventListener('keydown', event => {
    const action = ACTIONS[event.key.toLowerCase()];
    if (event.target.matches('select, textarea, input:not([type=checkbox], [type=range])')) return;
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) action();
  });
  window.addEventListener('resize', redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}

async function show() {
  shown.lab = await ask('lab');
  wind();
  document.title = 'gan lab: ' + shown.lab.experiment;
  build(shown);
  document.querySelectorAll('.lone').forEach(place => { place.hidden = !shown.lab.loneUpdates; });
  offerRecipes(shown.lab);
  offer(menu, shown.lab);
  at('points').hidden = !shown.lab.drawn;
  if (await next('advance', 'steps=0')) explain(shown);
}

async function start() {
  try {
    buildMenu(await ask('menu'));
    menu = await ask('parts');
    await show();
  } catch (error) {
    trouble(error.message);
    return;
  }
  at('steps').max = SIZES.filter(size => size <= shown.lab.mostSteps).length - 1;
  at('steps').value = SIZES.indexOf(10);
  at('stepsText').textContent = steps();
  listen();
}

start();
