import type { Source } from '../problem/types.js';
import { GO_SMART } from './sources.js';
import { COMSOL_TISSUE, IRASTORZA_TUTORIAL } from './sources-tissue.js';

/** Properties of stainless steel 304. */
export const AISI_304: Source = {
  author: 'MatWeb',
  title: 'AISI Type 304 stainless steel, data sheet',
  url: 'https://www.scribd.com/document/416534641/304-Stainless-Steel-pdf',
  grade: 'A',
  note: 'Read in a copy of the data sheet on the web. No year is on record.',
};

/** Properties of stainless steel 316. */
export const AISI_316: Source = {
  author: 'tubingchina.com',
  title: 'Physical properties of 316/316L stainless steel tube',
  url: 'https://tubingchina.com/316-Physical-Property.htm',
  grade: 'A',
  note: 'Specific heat 450 J/(kg·K) at 20 °C and 485 at 93 °C. No year is on record.',
};

/** Properties of nickel titanium. */
export const NITINOL: Source = {
  author: 'SMA Inc.',
  title: 'Selected properties of NiTi',
  url: 'http://web.archive.org/web/20030418012213/http:/www.sma-inc.com/NiTiProperties.html',
  grade: 'A',
  note: 'Another supplier has the same values. The copy was archived in 2003. No year is on record.',
};

/** Properties of the metals and of the sleeve in a tutorial. */
export const COMSOL_NEEDLE: Source = {
  ...COMSOL_TISSUE,
  note: "The tutorial's numbers for the needle. No year is on record.",
};

/** Properties of silver. */
export const METALS_CODE: Source = {
  author: 'public source code',
  title: 'General tables of materials, five files that agree',
  url: 'https://github.com/',
  grade: 'B',
  note: 'Read in public source code. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Properties of polyimide. */
export const KAPTON: Source = {
  author: 'DuPont',
  title: 'Kapton polyimide film, properties',
  url: 'http://mu2e.phy.duke.edu/cw/misc/0404_kapton_properties.cfm.htm',
  grade: 'A',
  note: 'Read in a copy of the data sheet on the web. No year is on record.',
};

/** The pulses and the power of a generator. */
export const NT1100_OUTPUT: Source = {
  author: 'NeuroTherm',
  year: 2012,
  title: "NT1100 RF lesion generator, Operator's Manual (Document 109.00, issue 06), sections 10-2 to 10-16",
  url: 'https://www.manualslib.com/manual/1422948/Neurotherm-Nt1100.html?page=82',
  grade: 'A',
  note: 'Asks for a dispersive pad above 150 cm² for lesions of up to 50 W. Pulses of 20 ms, twice a second, at 42 °C for 120 s.',
};

function premarket(number: string, device: string, says: string): Source {
  return {
    author: 'U.S. Food and Drug Administration',
    title: `510(k) premarket notification ${number}: ${device}`,
    url: 'https://510k.innolitics.com/',
    grade: 'A',
    note: `${says} The address is that of the site: the exact page is not on record. No year is on record.`,
  };
}

/** The power of a generator for tumours. */
export const K032149: Source = premarket('K032149', 'RITA 1500X', '250 W.');

/** The power of a generator for the spine. */
export const K033981: Source = premarket('K033981', 'Smith & Nephew 20S spine generator', '20 W.');

/** The temperatures that a generator can be set to. */
export const K173582: Source = premarket('K173582', 'Thermi TTC', 'Set between 35 and 90 °C.');

/** The power of a generator in a planning tool. */
export const GO_SMART_GENERATOR: Source = {
  ...GO_SMART,
  note: 'Constants of its model of the RF 3000.',
};

/** The voltage of a generator in a model. */
export const IRASTORZA_GENERATOR: Source = {
  ...IRASTORZA_TUTORIAL,
  note: 'Lowest and highest voltage of the generator in the model; whether rms or peak is not stated.',
};

/** The band that RF generators work in. */
export const RF_BAND: Source = {
  author: 'COMSOL',
  title: 'Statements on the band of RF ablation: 300–500, 450–500 and 460–550 kHz',
  url: 'https://www.comsol.com/blogs/',
  grade: 'B',
  note: 'Read in several places, of which the address is the site of one. No year is on record.',
};
