'use strict';

/* Asks the server for one frame after the other and draws them. Nothing trains unless this page asks. */

const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_POINTS = 400;
/* Blue is D and orange is what is generated, so the arms have other colours. */
const FIRST_COLOR = 2;

const at = id => document.getElementById(id);
const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

let lab;
let frame;
let playing = false;
let newest = Promise.resolve();
let past = [];

function element(parent, name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  parent.append(made);
  return made;
}

async function ask(what, options) {
  const answer = await fetch(what, options);
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
}

function trouble(text) {
  at('trouble').textContent = text;
  at('trouble').hidden = !text;
}

/* One request after the other, in the order in which they were asked for. */
function next(what, message) {
  newest = newest.then(() => send(what, message));
  return newest;
}

async function send(what, message) {
  try {
    const found = await ask(what, { method: 'POST', body: message });
    if (what === 'restart') past = [];
    remember(found);
    trouble('');
  } catch (error) {
    play(false);
    trouble(error instanceof TypeError ? 'The lab does not answer; it ends with Ctrl-C in its terminal.' : error.message);
  }
}

function updateAlone(player) {
  play(false);
  if (lab.loneUpdates) next('update', 'player=' + player);
}

const advance = steps => next('advance', 'steps=' + steps);

function remember(found) {
  frame = found;
  if (frame.arms.some(arm => Object.keys(arm.signals).length)) {
    past.push({ step: frame.step, signals: frame.arms.map(arm => arm.signals) });
  }
  if (past.length > MOST_POINTS) past = past.filter((_, i) => i % 2 === 1);
  if (frame.arms.every(arm => !arm.finite)) play(false);
  draw();
}

async function play(on) {
  if (on === playing) return;
  playing = on;
  at('play').textContent = on ? 'Pause' : 'Play';
  while (playing) {
    await advance(steps());
    /* A hidden tab gets no animation frame, so it does not train. */
    await new Promise(requestAnimationFrame);
  }
}

const steps = () => SIZES[at('steps').value];

/* Drawing. */

function canvas(target) {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(target.clientWidth * ratio);
  const height = Math.round(target.clientHeight * ratio);
  if (target.width !== width || target.height !== height) {
    target.width = width;
    target.height = height;
  }
  const pen = target.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, target.clientWidth, target.clientHeight);
  return { pen, width: target.clientWidth, height: target.clientHeight };
}

/* Both arms' arrows have one scale, so a loss that pushes less has shorter ones. */
const LONGEST_ARROW = 0.14;

function arrowScale() {
  if (!at('arrows').checked) return 0;
  const width = lab.scene.kind === 'PLANE' ? 2 : 1;
  let longest = 0;
  frame.arms.forEach(({ view: { push } }) => {
    for (let i = 0; i < push.arrows.length; i += width) {
      longest = Math.max(longest, Math.hypot(...push.arrows.slice(i, i + width)));
    }
  });
  return longest > 0 ? LONGEST_ARROW / longest : 0;
}

function arrow(pen, fromX, fromY, toX, toY) {
  const angle = Math.atan2(toY - fromY, toX - fromX);
  const head = Math.min(5, 0.5 * Math.hypot(toX - fromX, toY - fromY));
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  [2.6, -2.6].forEach(turn => {
    pen.moveTo(toX, toY);
    pen.lineTo(toX + head * Math.cos(angle + turn), toY + head * Math.sin(angle + turn));
  });
}

/* The positions are those of the first examples in the picture. */
function arrows(pen, positions, push, width, scale) {
  pen.strokeStyle = color('text');
  pen.lineWidth = 1.2;
  pen.beginPath();
  positions.forEach(([x, y], i) => {
    const [right, up] = width === 2 ? [push[2 * i], push[2 * i + 1]] : [push[i], 0];
    arrow(pen, x, y, x + right * scale, y - up * scale);
  });
  pen.stroke();
}

function draw() {
  at('step').textContent = 'step ' + frame.step.toLocaleString('en');
  frame.arms.forEach(drawArm);
  lab.charts.forEach(drawChart);
  document.body.dataset.step = frame.step;
}

function drawArm(arm, index) {
  const place = at('arm' + index);
  const alarm = place.querySelector('.alarm');
  alarm.textContent = arm.finite ? arm.alarm : 'A value of this arm is not finite. It trains no further.';
  alarm.hidden = !alarm.textContent;
  drawByHand(place.querySelector('.byhand'), arm.byHand);
  if (!arm.finite) return;
  const push = place.querySelector('.push');
  if (push) push.textContent = arm.view.push.arrows.length ? 'Mean push on a generated example: ' + text(arm.view.push.mean) : '';
  if (lab.scene.kind === 'PICTURES') {
    place.querySelector('img').src = 'data:image/png;base64,' + arm.view.picture;
  } else if (lab.scene.kind === 'PLANE') {
    drawPlane(canvas(place.querySelector('canvas')), arm);
  } else if (lab.scene.kind === 'LINE') {
    drawLine(canvas(place.querySelector('canvas')), arm);
  }
}

function drawByHand(place, changes) {
  place.hidden = !changes.length;
  place.querySelector('ul').replaceChildren();
  changes.forEach(change => element(place.querySelector('ul'), 'li', '', change));
}

function drawPlane({ pen, width, height }, arm) {
  const { low, high, side, real } = lab.scene;
  const x = value => (value - low) / (high - low) * width;
  const y = value => height - (value - low) / (high - low) * height;
  const cell = width / (side - 1);
  pen.fillStyle = color('c0');
  arm.view.opinion.forEach((d, i) => {
    pen.globalAlpha = 0.6 * d;
    const left = Math.round((i % side - 0.5) * cell);
    const top = Math.round(height - (Math.floor(i / side) + 0.5) * cell);
    pen.fillRect(left, top, Math.round((i % side + 0.5) * cell) - left,
      Math.round(height - (Math.floor(i / side) - 0.5) * cell) - top);
  });
  pen.globalAlpha = 1;
  if (at('grid').checked) grid(pen, arm.view.grid, x, y);
  contour(pen, arm.view.opinion, side, cell, height);
  pen.strokeStyle = color('text');
  pen.globalAlpha = 0.55;
  dots(pen, real, x, y, 2.4, false);
  pen.globalAlpha = 1;
  pen.fillStyle = color('c1');
  dots(pen, arm.view.generated, x, y, 2.2, true);
  const scale = arrowScale() * width;
  if (!scale) return;
  const { arrows: push } = arm.view.push;
  const first = Array.from({ length: push.length / 2 }, (_, i) =>
    [x(arm.view.generated[2 * i]), y(arm.view.generated[2 * i + 1])]);
  arrows(pen, first, push, 2, scale);
}

/* All cells of z have one mass, so a small cell is dense: it is drawn darker. */
function grid(pen, points, x, y) {
  const side = Math.sqrt(points.length / 2);
  pen.fillStyle = color('c1');
  pen.strokeStyle = color('c1');
  pen.lineWidth = 0.7;
  for (let cell = 0; cell < side * (side - 1); cell++) {
    if (cell % side === side - 1) continue;
    const corners = [cell, cell + 1, cell + side + 1, cell + side].map(i => [points[2 * i], points[2 * i + 1]]);
    const density = 1 / (side * side * area(corners));
    pen.beginPath();
    corners.forEach(([a, b]) => pen.lineTo(x(a), y(b)));
    pen.closePath();
    pen.globalAlpha = 0.7 * density / (density + 0.5);
    pen.fill();
    pen.globalAlpha = 0.5;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function area(corners) {
  const twice = corners.reduce((sum, [a, b], i) => {
    const [c, d] = corners[(i + 1) % corners.length];
    return sum + a * d - c * b;
  }, 0);
  return Math.max(1e-9, Math.abs(twice) / 2);
}

function dots(pen, points, x, y, radius, filled) {
  pen.lineWidth = 0.9;
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    pen.moveTo(x(points[i]) + radius, y(points[i + 1]));
    pen.arc(x(points[i]), y(points[i + 1]), radius, 0, 7);
  }
  if (filled) pen.fill(); else pen.stroke();
}

/* Marching squares: a piece of the line in each cell of the map, from edge to edge. */
function contour(pen, values, side, cell, height) {
  pen.strokeStyle = color('text');
  pen.lineWidth = 1.6;
  pen.beginPath();
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([a, b]) =>
        [column + a, row + b, values[(row + b) * side + column + a] - 0.5]);
      const crossings = [];
      corners.forEach((from, i) => {
        const to = corners[(i + 1) % 4];
        if (from[2] < 0 !== to[2] < 0) {
          const share = from[2] / (from[2] - to[2]);
          crossings.push([(from[0] + share * (to[0] - from[0])) * cell, height - (from[1] + share * (to[1] - from[1])) * cell]);
        }
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        pen.moveTo(...crossings[i]);
        pen.lineTo(...crossings[i + 1]);
      }
    }
  }
  pen.stroke();
}

const BINS = 60;
const ROWS_OF_ARROWS = 8;

function histogram(values) {
  const { low, high } = lab.scene;
  const bins = new Array(BINS).fill(0);
  values.forEach(value => {
    const bin = Math.floor((value - low) / (high - low) * BINS);
    if (bin >= 0 && bin < BINS) bins[bin] += BINS / (high - low) / values.length;
  });
  return bins;
}

function drawLine({ pen, width, height }, arm) {
  const real = histogram(lab.scene.real);
  const top = 1.4 * Math.max(...real, ...lab.scene.density);
  const y = density => height - density / top * height;
  bars(pen, real, width, y, height, 'soft', 0.4);
  bars(pen, histogram(arm.view.generated), width, y, height, 'c1', 0.55);
  curve(pen, lab.scene.density, width, y, 'text', [6, 4]);
  curve(pen, arm.view.opinion, width, d => height - d * height, 'c0', []);
  curve(pen, arm.view.best, width, d => height - d * height, 'c0', [2, 4]);
  const scale = arrowScale() * width;
  if (!scale) return;
  const { low, high } = lab.scene;
  const first = Array.from(arm.view.push.arrows, (_, i) =>
    [(arm.view.generated[i] - low) / (high - low) * width, height - 6 - i % ROWS_OF_ARROWS * 5]);
  arrows(pen, first, arm.view.push.arrows, 1, scale);
}

function bars(pen, bins, width, y, height, name, alpha) {
  pen.fillStyle = color(name);
  pen.globalAlpha = alpha;
  bins.forEach((density, i) => pen.fillRect(i * width / BINS, y(density), width / BINS, height - y(density)));
  pen.globalAlpha = 1;
}

function curve(pen, values, width, y, name, dash) {
  pen.strokeStyle = color(name);
  pen.lineWidth = 2;
  pen.setLineDash(dash);
  pen.beginPath();
  values.forEach((value, i) => {
    const known = value >= 0 && (i === 0 || values[i - 1] >= 0);
    pen[known ? 'lineTo' : 'moveTo'](i / (values.length - 1) * width, y(value));
  });
  pen.stroke();
  pen.setLineDash([]);
}

const known = value => typeof value === 'number' && Number.isFinite(value);
const text = value => !known(value) ? 'none'
  : value && Math.abs(value) < 1e-3 ? value.toExponential(1) : value.toPrecision(3);

function newestValue(chart, arm) {
  const values = name => past.map(point => point.signals[arm][name]).filter(known);
  const value = text(values(chart.signal).at(-1));
  return chart.beside ? value + ' (' + text(values(chart.beside).at(-1)) + ')' : value;
}

function trace(pen, arm, signal, x, y) {
  pen.beginPath();
  past.forEach(point => {
    const value = point.signals[arm][signal];
    if (known(value)) pen.lineTo(x(point.step), y(value));
  });
  pen.stroke();
}

function drawChart(chart, index) {
  const place = at('chart' + index);
  const values = [chart.signal, chart.beside].flatMap(name =>
    past.flatMap(point => point.signals.map(signals => signals[name]))).filter(known);
  const last = frame.arms.map((_, arm) => newestValue(chart, arm));
  place.querySelectorAll('.values b').forEach((value, i) => { value.textContent = last[i]; });
  const { pen, width, height } = canvas(place.querySelector('canvas'));
  if (!values.length) return;
  const all = known(chart.level) ? values.concat(chart.level) : values;
  let low = Math.min(...all);
  let high = Math.max(...all);
  const margin = 0.08 * (high - low) || 0.1 * Math.abs(high) || 1;
  low -= margin;
  high += margin;
  const left = 44;
  const first = past[0].step;
  const span = Math.max(1, frame.step - first);
  const x = step => left + (step - first) / span * (width - left - 4);
  const y = value => height - (value - low) / (high - low) * height;
  pen.fillStyle = color('soft');
  pen.font = '11px system-ui, sans-serif';
  pen.fillText(text(high - margin), 2, Math.max(10, y(high - margin) + 4));
  pen.fillText(text(low + margin), 2, Math.min(height - 2, y(low + margin) + 4));
  if (known(chart.level)) {
    pen.strokeStyle = color('soft');
    pen.lineWidth = 1;
    pen.setLineDash([2, 3]);
    pen.beginPath();
    pen.moveTo(left, y(chart.level));
    pen.lineTo(width, y(chart.level));
    pen.stroke();
  }
  lab.arms.forEach((_, arm) => {
    pen.strokeStyle = color('c' + (FIRST_COLOR + arm));
    pen.lineWidth = 1.8;
    pen.setLineDash(arm ? [6, 3] : []);
    trace(pen, arm, chart.signal, x, y);
    pen.lineWidth = 1.4;
    pen.setLineDash([1.5, 2.5]);
    if (chart.beside) trace(pen, arm, chart.beside, x, y);
  });
  pen.setLineDash([]);
}

/* Building the page. */

function build() {
  at('experiment').textContent = lab.experiment;
  document.title = 'gan lab: ' + lab.experiment;
  at('sameness').textContent = lab.arms.length < 2 ? '' : lab.sameWeights
    ? 'Both arms see the same data and noise, and began with the same weights. They differ in the loss alone.'
    : 'The arms began with different weights.';
  document.querySelectorAll('.lone').forEach(place => { place.hidden = !lab.loneUpdates; });
  lab.arms.forEach(buildArm);
  at('legend').textContent = {
    PLANE: 'Rings are real examples, filled orange dots are generated ones. The more blue, the more real a place is to D;'
      + ' on the line the blue is 1/2.',
    LINE: 'Grey bars are real examples, orange ones are generated.'
      + (lab.scene.density.length ? ' The dashed line is the density of the data.' : '') + ' The blue line goes from 0 to 1.',
    PICTURES: 'Each picture is made from the same draw of z in all frames and in both arms.',
    NOTHING: 'Examples of this shape have no picture; the charts show how they train.',
  }[lab.scene.kind];
  rules(at('plan'), 'Who is updated when', lab.plan);
  lab.charts.forEach(buildChart);
}

/* Says what the best D is if a frame has one. */
function announceBest() {
  if (!frame.arms.some(arm => arm.view.best.length)) return;
  at('legend').textContent += ' The dotted blue line is the best D against the present generator, p / (p + q), with q estimated from'
    + ' the generated numbers.';
}

/* Says what the grid is if a frame has one. */
function announceGrid() {
  if (!frame.arms.some(arm => arm.view.grid.length)) return;
  at('gridLabel').hidden = false;
  at('legend').textContent += ' The orange mesh is a grid over z, as G carries it; its cells have equal shares of the draws, so the'
    + ' smaller and darker one is, the more examples G makes there.';
}

/* Says what the arrows are once a frame has some. */
function announceArrows() {
  if (!frame.arms.some(arm => arm.view.push.arrows.length) || !at('arrowsLabel').hidden) return;
  at('arrowsLabel').hidden = false;
  at('legend').textContent += ' Arrows show where the generator’s loss moves the first generated examples: they are minus its slope'
    + ' there. The longest in the picture always has one length; the mean push gives the scale'
    + (lab.arms.length > 1 ? ', which both arms share.' : '.');
}

function rules(parent, title, text) {
  const place = element(parent, 'details');
  element(place, 'summary', '', title);
  element(place, 'pre', '', text);
}

function buildArm(arm, index) {
  const place = element(at('arms'), 'section', 'arm c' + (FIRST_COLOR + index));
  place.id = 'arm' + index;
  element(place, 'h2', '', arm.name);
  rules(place, 'What its players minimise (real and fake are D’s logits)', arm.objectives.join('\n'));
  const alarm = element(place, 'p', 'alarm');
  alarm.hidden = true;
  if (lab.scene.kind === 'PICTURES') {
    element(place, 'img').alt = 'generated pictures of ' + arm.name;
  } else if (lab.scene.kind !== 'NOTHING') {
    const drawn = element(place, 'canvas', lab.scene.kind === 'LINE' ? 'line' : '');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', 'real and generated examples of ' + arm.name + ', and ' + arm.opinion);
    element(place, 'p', 'soft', 'Blue: ' + arm.opinion);
    element(place, 'p', 'soft push');
  }
  const byHand = element(place, 'details', 'byhand');
  byHand.hidden = true;
  element(byHand, 'summary', '', 'Changed by hand, which a saved recipe does not repeat');
  element(byHand, 'ul');
  const recipe = element(place, 'a', '', 'Save this arm as a recipe');
  recipe.href = 'recipe/' + index;
  recipe.download = lab.experiment + '-' + arm.name.replace(/[^A-Za-z0-9.-]+/g, '-') + '.yaml';
}

function buildChart(chart, index) {
  const place = element(at('charts'), 'section', 'chart');
  place.id = 'chart' + index;
  element(place, 'h3', '', chart.title);
  const drawn = element(place, 'canvas');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', chart.title + ' over the steps; the newest values follow');
  const values = element(place, 'div', 'values');
  lab.arms.forEach((arm, i) => {
    const value = element(values, 'span', 'c' + (FIRST_COLOR + i));
    element(value, 'i', i ? 'dashed' : '');
    value.append(arm.name + ' ');
    element(value, 'b');
  });
  const meaning = element(place, 'details');
  element(meaning, 'summary', '', 'What it is');
  meaning.append(chart.meaning);
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

/* The page of another situation is built anew. */
function begin(number) {
  play(false);
  newest = newest.then(async () => {
    try {
      await ask('begin', { method: 'POST', body: 'situation=' + number });
      location.reload();
    } catch (error) {
      trouble(error.message);
    }
  });
}

const ACTIONS = {
  p: () => play(!playing),
  s: () => { play(false); advance(1); },
  r: () => { play(false); next('restart', ''); },
  a: () => { at('arrows').click(); },
  m: () => { at('grid').click(); },
  d: () => updateAlone('d'),
  g: () => updateAlone('g'),
};

function listen() {
  at('play').addEventListener('click', ACTIONS.p);
  at('one').addEventListener('click', ACTIONS.s);
  at('restart').addEventListener('click', ACTIONS.r);
  at('onlyD').addEventListener('click', ACTIONS.d);
  at('onlyG').addEventListener('click', ACTIONS.g);
  at('situation').addEventListener('change', event => begin(event.target.value));
  at('grid').addEventListener('change', draw);
  at('arrows').addEventListener('change', draw);
  at('steps').addEventListener('input', () => { at('stepsText').textContent = steps(); });
  document.addEventListener('keydown', event => {
    const action = ACTIONS[event.key.toLowerCase()];
    if (event.target instanceof HTMLSelectElement) return;
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) action();
  });
  window.addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}

async function start() {
  try {
    lab = await ask('lab');
    buildMenu(await ask('menu'));
  } catch (error) {
    trouble(error.message);
    return;
  }
  const sizes = SIZES.filter(size => size <= lab.mostSteps).length;
  at('steps').max = sizes - 1;
  at('steps').value = SIZES.indexOf(10);
  at('stepsText').textContent = steps();
  build();
  await advance(0);
  if (frame) {
    announceArrows();
    announceGrid();
    announceBest();
  }
  listen();
}

start();
