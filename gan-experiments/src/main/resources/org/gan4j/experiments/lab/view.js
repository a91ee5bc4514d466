/* Puts frames on the page. What is shown is { lab, frame, past, options }; it comes from a live lab or from a film. */

import { drawChart } from './charts.js';
import { armColor, at, canvas, element, text } from './pen.js';
import { drawLine, drawPlane } from './scene.js';

const MOST_POINTS = 400;

export function remember(shown, frame) {
  shown.frame = frame;
  if (frame.arms.some(arm => Object.keys(arm.signals).length)) {
    shown.past.push({ step: frame.step, signals: frame.arms.map(arm => arm.signals) });
  }
  if (shown.past.length > MOST_POINTS) shown.past = shown.past.filter((_, i) => i % 2 === 1);
}

export function draw(shown) {
  const { lab, frame } = shown;
  at('step').textContent = 'step ' + frame.step.toLocaleString('en');
  frame.arms.forEach((arm, index) => drawArm(arm, index, shown));
  lab.charts.forEach((chart, index) => drawChart(chart, index, shown));
  document.body.dataset.step = frame.step;
}

function drawArm(arm, index, shown) {
  const place = at('arm' + index);
  const alarm = place.querySelector('.alarm');
  alarm.textContent = arm.finite ? arm.alarm : 'A value of this arm is not finite. It trains no further.';
  alarm.hidden = !alarm.textContent;
  place.querySelector('.verdict').textContent = arm.finite ? arm.verdict : '';
  drawByHand(place.querySelector('.byhand'), arm.byHand);
  if (!arm.finite) return;
  const push = place.querySelector('.push');
  if (push) push.textContent = arm.view.push.arrows.length ? 'Mean push on a generated example: ' + text(arm.view.push.mean) : '';
  const { kind } = shown.lab.scene;
  if (kind === 'PICTURES') {
    place.querySelector('img').src = 'data:image/png;base64,' + arm.view.picture;
    place.querySelectorAll('.opinions span').forEach((value, i) => { value.textContent = arm.view.opinion[i].toFixed(2); });
  } else if (kind === 'PLANE') {
    drawPlane(canvas(place.querySelector('canvas')), arm, shown);
  } else if (kind === 'LINE') {
    drawLine(canvas(place.querySelector('canvas')), arm, shown);
  }
}

function drawByHand(place, changes) {
  place.hidden = !changes.length;
  place.querySelector('ul').replaceChildren();
  changes.forEach(change => element(place.querySelector('ul'), 'li', '', change));
}

/* Makes the places that frames are drawn into. */
export function build({ lab }) {
  ['arms', 'plan', 'charts'].forEach(place => at(place).replaceChildren());
  at('experiment').textContent = lab.experiment;
  at('sameness').textContent = lab.arms.length < 2 ? '' : lab.sameWeights
    ? 'Both arms see the same data and noise, and began with the same weights. They differ in the loss alone.'
    : 'The arms began with different weights.';
  lab.arms.forEach((arm, index) => buildArm(arm, index, lab));
  rules(at('plan'), 'Who is updated when', lab.plan);
  lab.charts.forEach((chart, index) => buildChart(chart, index, lab));
}

function buildArm(arm, index, { scene }) {
  const place = element(at('arms'), 'section', 'arm ' + armColor(index));
  place.id = 'arm' + index;
  element(place, 'h2', '', arm.name);
  rules(place, 'What its players minimise (real and fake are D’s logits)', arm.objectives.join('\n'));
  element(place, 'p', 'verdict');
  element(place, 'p', 'alarm').hidden = true;
  if (scene.kind === 'PICTURES') {
    const pictures = element(place, 'div', 'pictures');
    element(pictures, 'img').alt = 'generated pictures of ' + arm.name;
    const opinions = element(pictures, 'div', 'opinions');
    for (let i = 0; i < 36; i++) element(opinions, 'span');
    element(place, 'p', 'soft', 'On each picture: ' + arm.opinion);
  } else if (scene.kind !== 'NOTHING') {
    const drawn = element(place, 'canvas', scene.kind === 'LINE' ? 'line' : '');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', 'real and generated examples of ' + arm.name + ', and ' + arm.opinion);
    element(place, 'p', 'soft', 'Blue: ' + arm.opinion);
    element(place, 'p', 'soft push');
  }
  const byHand = element(place, 'details', 'byhand');
  byHand.hidden = true;
  element(byHand, 'summary', '', 'Changed by hand, which a saved recipe does not repeat');
  element(byHand, 'ul');
}

function rules(parent, title, formulas) {
  const place = element(parent, 'details');
  element(place, 'summary', '', title);
  element(place, 'pre', '', formulas);
}

function buildChart(chart, index, { arms }) {
  const place = element(at('charts'), 'section', 'chart');
  place.id = 'chart' + index;
  element(place, 'h3', '', chart.title);
  const drawn = element(place, 'canvas');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', chart.title + ' over the steps; the newest values follow');
  const values = element(place, 'div', 'values');
  arms.forEach((arm, i) => {
    const value = element(values, 'span', armColor(i));
    element(value, 'i', i ? 'dashed' : '');
    value.append(arm.name + ' ');
    element(value, 'b');
  });
  const meaning = element(place, 'details');
  element(meaning, 'summary', '', 'What it is');
  meaning.append(chart.meaning);
}

/* Says what there is to see, and offers to hide what can be hidden. */
export function explain({ lab, frame }) {
  const has = part => frame.arms.some(arm => part(arm.view).length);
  const [arrows, grid, best] = [has(view => view.push.arrows), has(view => view.grid), has(view => view.best)];
  at('arrowsLabel').hidden = !arrows;
  at('gridLabel').hidden = !grid;
  at('legend').textContent = [
    KINDS[lab.scene.kind],
    lab.scene.density.length && 'The dashed line is the density of the data.',
    best && 'The dotted blue line is the best D against the present generator, p / (p + q), with q estimated from the generated numbers.',
    grid && 'The orange mesh is a grid over z, as G carries it; its cells have equal shares of the draws, so the smaller and darker'
      + ' one is, the more examples G makes there.',
    arrows && 'Arrows show where the generator’s loss moves the first generated examples: they are minus its slope there. The longest'
      + ' in the picture always has one length; the mean push gives the scale' + (lab.arms.length > 1 ? ', which both arms share.' : '.'),
  ].filter(Boolean).join(' ');
}

const KINDS = {
  PLANE: 'Rings are real examples, filled orange dots are generated ones. The more blue, the more real a place is to D;'
    + ' on the line the blue is 1/2.',
  LINE: 'Grey bars are real examples, orange ones are generated. The blue line goes from 0 to 1.',
  PICTURES: 'Each picture is made from the same draw of z in all frames and in both arms.',
  NOTHING: 'Examples of this shape have no picture; the charts show how they train.',
};
