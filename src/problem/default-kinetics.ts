import type { ArrheniusKinetics } from './criterion.js';
import type { Source } from './types.js';

/** Damage kinetics of skin and the rule of thermal dose, in code. */
export const EXPOSURE_CODE: Source = {
  author: 'Heylmun J',
  year: 2020,
  title:
    'TExposure, a function object of an OpenFOAM derivative: skin-burn and CEM43 models with coefficients',
  url: 'https://github.com/',
  grade: 'B',
  note: 'Read in the public source code, not in the papers that it follows. The address is that of the site: the exact page is not on record.',
};

/** Kinetics of coagulation that models of RF ablation use. */
const COMSOL_TUMOR: Source = {
  author: 'COMSOL',
  title:
    'Tutorial model tumor_ablation (hepatic RF ablation), after Tungjitkusolmun et al. 2002, IEEE Trans Biomed Eng 49:3–9',
  url: 'https://www.scribd.com/document/679230477',
  grade: 'B',
  note: 'Read in the tutorial, not in the paper that measured it. Used for muscle and myocardium too. No year is on record.',
};

/** Coagulation of liver: the kinetics of most models of RF ablation, of whatever tissue. */
export const LIVER_COAGULATION: ArrheniusKinetics = {
  name: 'liver coagulation',
  tissue: 'liver; also used for muscle and myocardium',
  branches: [{ frequencyFactor: 7.39e39, activationEnergy: 257_700 }],
  sources: [COMSOL_TUMOR],
};

/** Burns of skin. */
export const HENRIQUES_MORITZ: ArrheniusKinetics = {
  name: 'Henriques and Moritz',
  tissue: 'skin: Ω = 0.53 first, 1 second, 10⁴ third degree burn',
  branches: [{ frequencyFactor: 3.1e98, activationEnergy: 628_000 }],
  sources: [
    EXPOSURE_CODE,
    {
      author: 'Pearce JA',
      title: 'Thermal damage models, in: Physics of Thermal Therapy',
      url: 'http://what-when-how.com/physics-of-thermal-therapy/',
      grade: 'B',
      note: 'The thresholds of burns; it warns that these coefficients do not fit the original data. No year is on record.',
    },
  ],
};
