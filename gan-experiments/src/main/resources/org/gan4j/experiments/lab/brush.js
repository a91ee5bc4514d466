/* A plane to draw a distribution on: each stroke leaves points about its line. */

import { at, canvas, color } from './pen.js';

const HALF = 3;
const SPREAD = 0.05;
const STEP = 0.04;
export const LEAST = 50;
export const MOST = 2000;

let points = [];
let last;

const text = value => String(Number(value.toFixed(3)));

export const drawing = () => points.map(([x, y]) => text(x) + ',' + text(y)).join('\n');

function normal() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function place(event) {
  const { left, top, width, height } = at('pad').getBoundingClientRect();
  return [HALF * (2 * (event.clientX - left) / width - 1), HALF * (1 - 2 * (event.clientY - top) / height)];
}

/* Points along the way from the last place, so that a fast stroke has as many as a slow one. */
function stroke(event) {
  if (!last) return;
  const to = place(event);
  const count = Math.max(1, Math.round(Math.hypot(to[0] - last[0], to[1] - last[1]) / STEP));
  for (let i = 1; i <= count && points.length < MOST; i++) {
    for (let n = 0; n < 3 && points.length < MOST; n++) {
      points.push([0, 1].map(axis => {
        const value = last[axis] + (to[axis] - last[axis]) * i / count + SPREAD * normal();
        return Math.max(-HALF, Math.min(HALF, value));
      }));
    }
  }
  last = to;
  show();
}

export function show() {
  const { pen, width, height } = canvas(at('pad'));
  pen.strokeStyle = color('line');
  pen.beginPath();
  pen.moveTo(width / 2, 0);
  pen.lineTo(width / 2, height);
  pen.moveTo(0, height / 2);
  pen.lineTo(width, height / 2);
  pen.stroke();
  pen.fillStyle = color('text');
  points.forEach(([x, y]) => pen.fillRect((x / HALF + 1) / 2 * width - 1, (1 - y / HALF) / 2 * height - 1, 2, 2));
  at('drawn').textContent = points.length + ' points' + (points.length < LEAST ? ' of at least ' + LEAST : '');
  at('draw').disabled = points.length < LEAST;
}

export function listenToBrush() {
  const pad = at('pad');
  pad.addEventListener('pointerdown', event => {
    pad.setPointerCapture(event.pointerId);
    last = place(event);
    stroke(event);
  });
  pad.addEventListener('pointermove', stroke);
  ['pointerup', 'pointercancel'].forEach(end => pad.addEventListener(end, () => { last = undefined; }));
  at('wipe').addEventListener('click', () => {
    points = [];
    show();
  });
  at('brush').addEventListener('toggle', show);
}
