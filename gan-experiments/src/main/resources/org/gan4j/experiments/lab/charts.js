/* Draws the signals over the steps, a line for each arm. */

import { armColor, at, canvas, color, known, text } from './pen.js';

function newestValue(past, chart, arm) {
  const values = name => past.map(point => point.signals[arm][name]).filter(known);
  const value = text(values(chart.signal).at(-1));
  return chart.beside ? value + ' (' + text(values(chart.beside).at(-1)) + ')' : value;
}

function trace(pen, past, arm, signal, x, y) {
  pen.beginPath();
  past.forEach(point => {
    const value = point.signals[arm][signal];
    if (known(value)) pen.lineTo(x(point.step), y(value));
  });
  pen.stroke();
}

export function drawChart(chart, index, { lab, frame, past }) {
  const place = at('chart' + index);
  const values = [chart.signal, chart.beside].flatMap(name =>
    past.flatMap(point => point.signals.map(signals => signals[name]))).filter(known);
  const last = frame.arms.map((_, arm) => newestValue(past, chart, arm));
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
    pen.strokeStyle = color(armColor(arm));
    pen.lineWidth = 1.8;
    pen.setLineDash(arm ? [6, 3] : []);
    trace(pen, past, arm, chart.signal, x, y);
    pen.lineWidth = 1.4;
    pen.setLineDash([1.5, 2.5]);
    if (chart.beside) trace(pen, past, arm, chart.beside, x, y);
  });
  pen.setLineDash([]);
}
