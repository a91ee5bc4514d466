/* What all drawings share. */

export const at = id => document.getElementById(id);
export const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/* Blue is D and orange is what is generated, so the arms have other colours. */
export const armColor = arm => 'c' + (2 + arm);

export function element(parent, name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  parent.append(made);
  return made;
}

export const known = value => typeof value === 'number' && Number.isFinite(value);
export const text = value => !known(value) ? 'none'
  : value && Math.abs(value) < 1e-3 ? value.toExponential(1) : value.toPrecision(3);

/* A pen on a canvas, in the pixels of the page. */
export function canvas(target) {
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
