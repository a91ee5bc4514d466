/* The form of an experiment's parts, made of what the parts say of their parameters. */

import { at, element } from './pen.js';

const NONE = 'none';

/* What was there when the form was made, by key; a key of one arm begins with its number. */
let present = {};
let kinds = [];

/* Fills the form for the arms of a lab. */
export function offer(menu, { arms }) {
  kinds = menu.kinds;
  present = {};
  at('form').replaceChildren();
  arms.forEach((arm, index) => {
    const own = arms.length > 1 ? index + ':' : '';
    offerKind(kinds[0], own, arm.settings, arms.length > 1 ? 'loss of arm ' + (index + 1) : 'loss');
  });
  if (arms.length > 1) offerArms('2', 'keep both arms');
  else offerArms('1', 'one arm');
  kinds.slice(1).forEach(kind => offerKind(kind, '', arms[0].settings, kind.key));
  offerRates(arms[0].settings);
  const numbers = group('batch', 'how many examples of each side an update takes');
  field(numbers, 'batch', { type: 'int', least: 1, choices: [] }, arms[0].settings.batch);
}

function group(name, purpose) {
  const place = element(at('form'), 'fieldset');
  element(place, 'legend', '', name).title = purpose;
  return place;
}

/* The second arm has its loss in a line of its own, with that part's defaults. */
function offerArms(arms, first) {
  const place = group(arms === '1' ? 'second arm' : 'arms', 'a second arm differs in the loss alone');
  const names = kinds[0].choices.map(choice => 'and ' + choice.name);
  field(place, 'arms', { choices: arms === '1' ? [first, ...names] : [first, 'the first alone'] }, first);
}

function offerKind(kind, own, settings, title) {
  const place = group(title, kind.purpose);
  const key = own + kind.key;
  const name = field(place, key, { choices: kind.choices.map(choice => choice.name) }, settings[kind.key]);
  const fields = element(place, 'div', 'fields');
  const purpose = element(place, 'p', 'soft');
  const fill = () => {
    fields.replaceChildren();
    const choice = kind.choices.find(other => other.name === name.value);
    purpose.textContent = choice ? choice.purpose : '';
    if (choice) parameters(fields, key, choice, name.value === settings[kind.key] ? settings : {}, kind.key);
  };
  name.addEventListener('change', fill);
  fill();
}

function parameters(place, key, choice, settings, kind) {
  choice.fields.forEach(parameter => {
    const name = key + '.' + parameter.name;
    const value = settings[kind + '.' + parameter.name];
    field(place, name, parameter, value ?? parameter.given);
    const inner = kind + '.' + parameter.name + '.';
    Object.keys(settings).filter(other => other.startsWith(inner)).forEach(other =>
      field(place, key + other.slice(kind.length), { choices: [] }, settings[other]));
  });
}

/* A rule for both players has one rate; another one for a player makes it a rule for each. */
function offerRates(settings) {
  if (!settings['optimizer.rate']) return;
  const place = group('rate of one player', 'the learning rate of this player alone');
  ['discriminator', 'generator'].forEach(player =>
    field(place, 'rate.' + player, { type: 'double', choices: [], meaning: 'empty: ' + settings['optimizer.rate'] }, ''));
}

function field(place, key, { type, least, most, range, choices, meaning }, value) {
  const label = element(place, 'label', '', key.replace(/^\d:/, '') + ' ');
  const input = element(label, choices.length ? 'select' : 'input');
  choices.forEach(choice => {
    const option = element(input, 'option', '', choice);
    option.id = 'set-' + key + '-' + choice;
  });
  if (choices.length && !choices.includes(value)) element(input, 'option', '', value || NONE);
  input.id = 'set-' + key;
  input.dataset.key = key;
  if (type === 'int' || type === 'long' || type === 'double') {
    input.inputMode = 'decimal';
    input.dataset.number = 'yes';
    input.dataset.least = least ?? '';
    input.dataset.most = most ?? '';
  }
  input.value = value;
  if (!choices.length) input.size = Math.max(6, Math.min(18, String(value).length + 1));
  input.title = [meaning, range].filter(Boolean).join('; ');
  if (input.title) element(label, 'small', '', input.title);
  if (!(key in present)) present[key] = value;
  return input;
}

/* Returns the changed settings as the server takes them, or undefined after marking what is out of its range. */
export function changes() {
  const inputs = [...at('form').querySelectorAll('[data-key]')];
  const wrong = inputs.filter(input => !isNumber(input));
  inputs.forEach(input => input.setAttribute('aria-invalid', wrong.includes(input)));
  if (wrong.length) {
    wrong[0].focus();
    return undefined;
  }
  const changed = inputs.filter(input => input.value !== present[input.dataset.key] || isOfNewPart(input));
  const keys = changed.map(input => input.dataset.key);
  return changed
    .filter(({ dataset }) => !keys.some(key => dataset.key.startsWith(key + '.') && !isPart(key)))
    .flatMap(line).join('\n');
}

function isNumber({ dataset, value }) {
  if (!dataset.number || (value === '' && dataset.key.startsWith('rate.'))) return true;
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number)
    && (dataset.least === '' || number >= Number(dataset.least)) && (dataset.most === '' || number <= Number(dataset.most));
}

const isPart = key => kinds.some(kind => key.replace(/^\d:/, '') === kind.key);

/* A part of another name begins with its own defaults, so all its fields are told. */
function isOfNewPart({ dataset: { key } }) {
  const part = kinds.map(kind => kind.key).find(kind => key.replace(/^\d:/, '').startsWith(kind + '.'));
  if (!part) return false;
  const name = key.slice(0, key.indexOf(part) + part.length);
  return at('set-' + name).value !== present[name];
}

function line({ dataset: { key }, value }) {
  if (key !== 'arms') return value === '' ? [] : [key + '=' + value];
  const loss = value.replace(/^and /, '');
  return loss === value ? ['arms=1'] : ['arms=2', '1:loss=' + loss];
}
