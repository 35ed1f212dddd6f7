import * as index from 'rf-lesion';
import * as ndarray from 'rf-lesion/ndarray';
import * as units from 'rf-lesion/units';
import { expect, test } from 'vitest';

/** What each door offers at run time. A new name here is a promise: have it reviewed. */
const DOORS = {
  'rf-lesion': {
    module: index,
    names: [
      'DEFAULTS',
      'DEFAULT_CRITERIA',
      'DEFAULT_CRITERION',
      'LIMITS',
      'LesionModelError',
      'RESOLUTIONS',
      'VERSION',
      'cannula',
      'describeHeating',
      'estimateLesion',
      'estimateLesionAsync',
      'formatEstimate',
      'fromJson',
      'gauges',
      'materials',
      'measureLesion',
      'peakTemperatureAt',
      'simulate',
      'simulateSteps',
      'temperatureAt',
      'tissues',
      'toJson',
    ],
  },
  'rf-lesion/ndarray': { module: ndarray, names: ['asNdarray'] },
  'rf-lesion/units': { module: units, names: ['parseQuantity'] },
} as const;

test.each(Object.entries(DOORS))('%s offers the reviewed names and no others', (_, { module, names }) => {
  expect(Object.keys(module).sort()).toEqual(names);
});
