/** The page: its controls ask a worker, and what the worker answers is shown. */
import type { Answer, SizeName } from './answer.js';
import {
  fromHash,
  GAUGES,
  RANGES,
  readSettings,
  type Settings,
  type SliderName,
  START,
  TISSUE_WORDS,
  toHash,
} from './settings.js';
import { withUnit } from './words.js';
import type { Question, Reply } from './worker.js';

const SLIDERS: readonly SliderName[] = ['temperature', 'time', 'tip'];
const SIZES: readonly SizeName[] = ['width', 'length', 'distalReach'];

function find<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} with the id ${id}.`);
}

const controls = {
  temperature: find('temperature', HTMLInputElement),
  time: find('time', HTMLInputElement),
  tip: find('tip', HTMLInputElement),
  gauge: find('gauge', HTMLSelectElement),
  tissue: find('tissue', HTMLSelectElement),
} as const satisfies Record<keyof Settings, HTMLElement>;
const fault = find('fault', HTMLElement);
const answer = find('answer', HTMLElement);
const sizes = find('sizes', HTMLElement);
const notes = find('notes', HTMLElement);
const picture = find('picture', HTMLElement);

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** The question whose answer is awaited or shown. */
let question: Question = { id: 0, settings: START };

/** Shows settings in the controls, and asks. */
function ask(settings: Settings): void {
  for (const name of SLIDERS) {
    const words = withUnit(settings[name], RANGES[name].unit);
    controls[name].value = String(settings[name]);
    controls[name].ariaValueText = words;
    find(`${name}-shown`, HTMLElement).textContent = words;
  }
  controls.gauge.value = String(settings.gauge);
  controls.tissue.value = settings.tissue;
  question = { id: question.id + 1, settings };
  worker.postMessage(question);
  answer.ariaBusy = 'true';
  showState('Computing…');
  for (const part of [sizes, notes, picture]) part.classList.add('stale');
}

function showState(words: string): void {
  find('state', HTMLElement).textContent = words;
}

function showList(id: string, sentences: readonly string[]): void {
  const items = sentences.map((words) => Object.assign(document.createElement('li'), { textContent: words }));
  find(id, HTMLElement).replaceChildren(...items);
}

function showText(
  texts: Readonly<Record<SizeName, string>>,
  outcome: string,
  warnings: readonly string[],
): void {
  for (const name of SIZES) find(name, HTMLElement).textContent = texts[name];
  find('outcome', HTMLElement).textContent = outcome;
  showList('warnings', warnings);
  for (const part of [sizes, notes]) part.classList.remove('stale');
}

function showPicture(svg: string): void {
  picture.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
  picture.classList.remove('stale');
}

function show({ resolution, sizes: texts, outcome, warnings, picture: svg }: Answer): void {
  showText(texts, outcome, warnings);
  if (svg !== null) showPicture(svg);
  if (resolution === 'draft') {
    showState('Draft, being refined…');
    return;
  }
  showState('Computed');
  answer.ariaBusy = 'false';
  if (fault.hidden) history.replaceState(null, '', `#${toHash(question.settings)}`);
}

/** Nothing is left on the page that could be taken for an answer. */
function showFailure(message: string): void {
  showText({ width: '–', length: '–', distalReach: '–' }, message, []);
  picture.replaceChildren();
  showState('No answer');
  answer.ariaBusy = 'false';
}

/** Asks what the address says; what it says wrongly is told, and `otherwise` is asked. */
function followAddress(otherwise: Settings): void {
  const reading = fromHash(location.hash);
  const faults = reading.kind === 'refused' ? reading.faults : [];
  fault.hidden = faults.length === 0;
  showList('faults', faults);
  ask(reading.kind === 'settings' ? reading.settings : otherwise);
}

function followControls(): void {
  const reading = readSettings((name) => controls[name].value);
  fault.hidden = true;
  if (reading.kind === 'settings') ask(reading.settings);
}

for (const name of SLIDERS) {
  const { min, max, step } = RANGES[name];
  Object.assign(controls[name], { min: String(min), max: String(max), step: String(step) });
}
controls.gauge.append(...GAUGES.map((gauge) => new Option(`${gauge} G`, gauge)));
controls.tissue.append(...Object.entries(TISSUE_WORDS).map(([tissue, words]) => new Option(words, tissue)));

worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
  if (data.id !== question.id) return; // an answer to an older question
  if (data.kind === 'answer') show(data.answer);
  else showFailure(data.message);
});
worker.addEventListener('error', () => showFailure('The computation does not run in this browser.'));
find('settings', HTMLElement).addEventListener('input', followControls);
addEventListener('hashchange', () => followAddress(question.settings));
followAddress(START);
