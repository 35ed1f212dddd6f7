import type { Source } from '../problem/types.js';
import { HUANG_2018 } from './sources.js';

/** Doses that do no harm. */
export const VAN_RHOON_2013: Source = {
  author: 'van Rhoon GC, Samaras T, Yarmolenko PS, Dewhirst MW, Neufeld E, Kuster N',
  year: 2013,
  title:
    'CEM43 °C thermal dose thresholds: a potential guide for magnetic resonance radiofrequency exposure levels? Eur Radiol 23:2215–2227',
  url: 'https://core.ac.uk/',
  grade: 'C',
  note: 'Read in an abstract. The address is that of the site: the exact page is not on record.',
};

/** Doses that do no harm, for ultrasound. */
export const ITRUSST: Source = {
  author: 'Aubry JF, Attali D, Schafer M, et al.',
  year: 2025,
  title: 'ITRUSST consensus on biophysical safety for transcranial ultrasound stimulation (version 3)',
  url: 'https://arxiv.org/abs/2311.05359',
  grade: 'A',
  note: 'Doses without significant risk, read in the abstract.',
};

/** Doses at the border of lesions of the thalamus. */
export const HUANG_BORDER: Source = {
  ...HUANG_2018,
  note: 'The title is in our words. One day after, 6.2 ± 1.3 mm at 100 min in T2 and 5.3 ± 1.2 mm at 200 min in T1.',
};

/** Doses that stop a nerve for a while. */
export const SCIATIC_1988: Source = {
  author: 'not named',
  year: 1988,
  title: 'Local hyperthermia of rat sciatic nerve. Int J Radiat Biol 53:429',
  url: 'https://pubmed.ncbi.nlm.nih.gov/',
  grade: 'C',
  note: '58 min at 43 °C, 32 at 44 °C, 12 at 45 °C. Read in the abstract. The address is that of the site: the exact page is not on record.',
};

/** Doses that kill the cord of rats. */
export const SMINIA_1990: Source = {
  author: 'Sminia P et al.',
  year: 1990,
  title: 'Hyperthermia of the rat cervical spinal cord. Int J Hyperthermia 6:269',
  doi: '10.3109/02656739009141137',
  url: 'https://doi.org/10.3109/02656739009141137',
  grade: 'C',
  note: '41 ± 2 min at 42.9 °C. Read in the abstract; the title is in our words.',
};

/** Doses that the brain of dogs stands. */
export const IKEDA_1994: Source = {
  author: 'Ikeda N et al.',
  year: 1994,
  title: 'Experimental study on thermal damage to dog normal brain. Int J Hyperthermia 10:553–561',
  url: 'http://electricwords.emfacts.com/ik91778.html',
  grade: 'C',
  note: '45 min at 42 °C and 15 min at 43 °C. Read in the abstract.',
};

/** Doses that the cord of dogs stands. */
export const DOG_CORD: Source = {
  author: 'not named',
  title: 'Hyperthermia of the spinal cord of dogs: evoked potentials in 30 min of heating',
  url: 'https://pubmed.ncbi.nlm.nih.gov/',
  grade: 'C',
  note: 'About 44 °C is stood, at 45 °C the potentials fall. Read in the abstract. The address is that of the site: the exact page is not on record. No year is on record.',
};
