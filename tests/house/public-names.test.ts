import * as index from 'rf-lesion';
import * as ndarray from 'rf-lesion/ndarray';
import * as output from 'rf-lesion/output';
import * as plot from 'rf-lesion/plot';
import * as units from 'rf-lesion/units';
import { expect, test } from 'vitest';
import { PAGES } from '../docs/pages.js';
import { sourceFiles } from './source-files.js';

/** What each door offers at run time. A new name here is a promise: have it reviewed. */
const DOORS = {
  'rf-lesion': {
    module: index,
    names: [
      'DEFAULTS',
      'DEFAULT_CRITERIA',
      'DEFAULT_CRITERION',
      'DEFAULT_REVERSIBLE_CRITERION',
      'FIELD_STRENGTH_DISTANCES',
      'LIMITS',
      'LesionModelError',
      'RESOLUTIONS',
      'VERSION',
      'cannula',
      'compareCriteria',
      'cooledProbe',
      'damageAt',
      'describeCriterion',
      'describeHeating',
      'describeRule',
      'describeStage',
      'describeThreshold',
      'doseThresholds',
      'electrodes',
      'estimateLesion',
      'estimateLesionAsync',
      'formatComparison',
      'formatEstimate',
      'formatParameterRange',
      'formatProcedure',
      'fromJson',
      'gauges',
      'generators',
      'kinetics',
      'lesionContour',
      'loadState',
      'materials',
      'measureCoverage',
      'measureLesion',
      'measureMargin',
      'measureShape',
      'needlePose',
      'nerveToNeedle',
      'parameterRange',
      'parameterRangeAsync',
      'peakTemperatureAt',
      'pointToFrame',
      'pointToNeedle',
      'procedures',
      'publishedCriteria',
      'replayReceipt',
      'saveState',
      'simulate',
      'simulateSteps',
      'structureToNeedle',
      'switchOffTime',
      'temperatureAt',
      'threeStateKinetics',
      'tissues',
      'toBloodFlow',
      'toJson',
      'toPerfusionRate',
      'vesselCoefficient',
    ],
  },
  'rf-lesion/ndarray': { module: ndarray, names: ['asNdarray'] },
  'rf-lesion/output': {
    module: output,
    names: [
      'estimateJson',
      'fieldCsv',
      'fieldsNpz',
      'historyCsv',
      'labelNifti',
      'lesionsCsv',
      'npy',
      'rectilinearVtr',
      'surfaceVtp',
      'temperatureNifti',
      'timeSeriesPvd',
    ],
  },
  'rf-lesion/plot': {
    module: plot,
    names: ['drawComparison', 'drawGenerator', 'drawGrowth', 'drawLesion', 'drawLesionChart', 'nameStage'],
  },
  'rf-lesion/units': {
    module: units,
    names: ['parseQuantity', 'problemFromUnits', 'propertyFromExpression'],
  },
} as const;

test.each(Object.entries(DOORS))('%s offers the reviewed names and no others', (_, { module, names }) => {
  expect(Object.keys(module).sort()).toEqual(names);
});

/** What readers see: the changelog only lists. */
const shown = [
  ...[...PAGES].filter(([page]) => page !== 'CHANGELOG.md').map(([, text]) => text),
  ...sourceFiles('examples').map(({ text }) => text),
].join('\n');

test.each(Object.values(DOORS).flatMap(({ names }) => names))(
  '%s earns its place: a page or an example shows what it is for',
  (name) => {
    expect(shown).toMatch(new RegExp(`\\b${name}\\b`));
  },
);
