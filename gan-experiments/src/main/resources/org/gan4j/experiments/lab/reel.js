/* Keeps frames for a film: at most MOST of all that were shown, evenly. */

const MOST = 150;
const DIGITS = 1000;

let frames = [];
let every = 1;
let seen = 0;

export function wind() {
  frames = [];
  every = 1;
  seen = 0;
}

const shorter = (_, value) => (typeof value === 'number' ? short(value) : value);
const short = value => (Math.abs(value) < 1 / DIGITS ? Number(value.toPrecision(3)) : Math.round(value * DIGITS) / DIGITS);

export function keep(frame) {
  if (seen++ % every) return;
  frames.push(JSON.stringify(frame, shorter));
  if (frames.length > MOST) {
    frames = frames.filter((_, i) => i % 2 === 0);
    every *= 2;
  }
}

/* Saves a page that shows the frames without a server. */
export async function saveFilm(lab) {
  const page = await (await fetch('film')).text();
  const reel = ('{"lab":' + JSON.stringify(lab, shorter) + ',"frames":[' + frames.join(',') + ']}').replaceAll('<', '\\u003c');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([page.replace('>REEL<', () => '>' + reel + '<')], { type: 'text/html' }));
  link.download = lab.experiment + '-film.html';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
