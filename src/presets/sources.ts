import type { Source } from '../problem/types.js';

/** Thermal properties of tissue. */
export const ITIS: Source = {
  author:
    "Hasgall PA, Di Gennaro F, Baumgartner C, Neufeld E, Lloyd B, Gosselin MC, Payne D, Klingenboeck A, Kuster N (IT'IS Foundation)",
  year: 2018,
  title: "IT'IS Database for thermal and electromagnetic parameters of biological tissues",
  doi: '10.13099/VIP21000-04-0',
  url: 'https://github.com/ITISFoundation/tissue-properties',
  grade: 'A',
  note: 'Read in the table of version 5.0, whose thermal values for this tissue are those of version 4.0; the DOI and the year are of 4.0.',
};

/** Perfusion and metabolic heat per volume, from the values per mass. */
export const ITIS_PER_VOLUME: Source = {
  ...ITIS,
  grade: 'D',
  note: 'Computed from the same table: perfusionRate [1/s] = heat transfer rate [mL/(min·kg)] · density / 6·10⁷, metabolicHeat [W/m³] = heat generation rate [W/kg] · density.',
};

/** Electrical conductivity of tissue between 10 Hz and 100 GHz. */
export const GABRIEL_1996: Source = {
  author: 'Gabriel S, Lau RW, Gabriel C',
  year: 1996,
  title:
    'The dielectric properties of biological tissues: III. Parametric models for the dielectric spectrum of tissues. Phys Med Biol 41:2271–2293',
  doi: '10.1088/0031-9155/41/11/003',
  url: 'http://gbppr.net/mil/ads/dielectric/Appendix.C/AppendixC.html',
  grade: 'D',
  note: "Computed at 500 kHz from the paper's four Cole–Cole terms, which were read in a copy of its table (the address given).",
};

/** Slope of the electrical conductivity, upper side. */
export const KUMRU_2022: Source = {
  author: 'Kumru H, Attaluri A, Gordin V, Cortes DC',
  year: 2022,
  title:
    'Finite Element Simulation of PID-Controlled Bipolar Radiofrequency Ablation of Porcine Spinal Muscle. J Eng Sci Med Diagn Ther',
  doi: '10.1115/1.4056516',
  url: 'https://doi.org/10.1115/1.4056516',
  grade: 'C',
  note: '0.36 S/m at 20 °C and 1.28 S/m at 90 °C ex vivo: a straight line rises by 2.25 % of its value at 37 °C per kelvin. The 2 %/K used is a choice between this and 1.5 %/K.',
};

/** Slope of the electrical conductivity, lower side. */
export const IRASTORZA_TUTORIAL: Source = {
  author: 'Irastorza RM',
  year: 2021,
  title: 'RFA-tutorial: a FEniCS script of a radiofrequency ablation of the atrial wall',
  url: 'https://github.com/rirastorza/RFA-tutorial',
  grade: 'B',
  note: 'Uses 1.5 %/K about 37 °C. The 2 %/K used is a choice between this and 2.25 %/K; the cap at 100 °C is an assumption.',
};

/** Outer diameters by gauge. */
export const GAUGE_CHART: Source = {
  author: 'Wikipedia contributors',
  title: 'Needle gauge comparison chart',
  url: 'https://en.wikipedia.org/wiki/Needle_gauge_comparison_chart',
  grade: 'B',
  note: 'Nominal outer diameters.',
};

/** Properties of stainless steel 304. */
export const AISI_304: Source = {
  author: 'MatWeb',
  title: 'AISI Type 304 stainless steel, data sheet',
  url: 'https://www.scribd.com/document/416534641/304-Stainless-Steel-pdf',
  grade: 'A',
  note: 'Read in a copy of the data sheet on the web.',
};

/** Properties of polyimide. */
export const KAPTON: Source = {
  author: 'DuPont',
  title: 'Kapton polyimide film, properties',
  url: 'http://mu2e.phy.duke.edu/cw/misc/0404_kapton_properties.cfm.htm',
  grade: 'A',
  note: 'Read in a copy of the data sheet on the web.',
};
