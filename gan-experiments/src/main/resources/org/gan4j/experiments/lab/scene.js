/* Draws what an arm makes over its scene. What is shown is { lab, frame, past, options }. */

import { canvas, color } from './pen.js';

/* Both arms' arrows have one scale, so a loss that pushes less has shorter ones. */
const LONGEST_ARROW = 0.14;

function arrowScale({ lab, frame, options }) {
  if (!options.arrows) return 0;
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

export function drawPlane({ pen, width, height }, arm, shown) {
  const { low, high, side, real } = shown.lab.scene;
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
  if (shown.options.grid) grid(pen, arm.view.grid, x, y);
  contour(pen, arm.view.opinion, side, cell, height);
  pen.strokeStyle = color('text');
  pen.globalAlpha = 0.55;
  dots(pen, real, x, y, 2.4, false);
  pen.globalAlpha = 1;
  pen.fillStyle = color('c1');
  dots(pen, arm.view.generated, x, y, 2.2, true);
  const scale = arrowScale(shown) * width;
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

function histogram(values, { low, high }) {
  const bins = new Array(BINS).fill(0);
  values.forEach(value => {
    const bin = Math.floor((value - low) / (high - low) * BINS);
    if (bin >= 0 && bin < BINS) bins[bin] += BINS / (high - low) / values.length;
  });
  return bins;
}

export function drawLine({ pen, width, height }, arm, shown) {
  const { scene } = shown.lab;
  const real = histogram(scene.real, scene);
  const top = 1.4 * Math.max(...real, ...scene.density);
  const y = density => height - density / top * height;
  bars(pen, real, width, y, height, 'soft', 0.4);
  bars(pen, histogram(arm.view.generated, scene), width, y, height, 'c1', 0.55);
  curve(pen, scene.density, width, y, 'text', [6, 4]);
  curve(pen, arm.view.opinion, width, d => height - d * height, 'c0', []);
  curve(pen, arm.view.best, width, d => height - d * height, 'c0', [2, 4]);
  const scale = arrowScale(shown) * width;
  if (!scale) return;
  const { low, high } = scene;
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
    const there = value >= 0 && (i === 0 || values[i - 1] >= 0);
    pen[there ? 'lineTo' : 'moveTo'](i / (values.length - 1) * width, y(value));
  });
  pen.stroke();
  pen.setLineDash([]);
}
