import type { Source } from '../problem/types.js';
import { BOVINE_LIVER, GO_SMART } from './sources.js';

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

/** Electrical conductivity of tissue, curated by hand. */
export const ITIS_CURATED: Source = {
  author: "IT'IS Foundation",
  year: 2018,
  title: 'Low-frequency conductivity, curated by hand (table of the tissue properties database)',
  url: 'https://itis.swiss/virtual-population/tissue-properties/database/low-frequency-conductivity',
  grade: 'A',
  note: "Stated by IT'IS to hold up to 1 MHz. For several tissues it is not the zero-frequency term of their dispersion.",
};

/** Electrical conductivity of tissue, a newer fit. */
export const ITIS_SASAKI: Source = {
  ...ITIS,
  note: 'Zero-frequency term of the fit in the variant 5.0-sasaki. Conductivity rises with frequency: at 500 kHz this fit lies there or above.',
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

/** Cole–Cole terms of liquor. */
export const OSS_DBS: Source = {
  author: 'Butenko, Reding, Zimmermann and co-workers',
  year: 2024,
  title: 'OSS-DBS v2, dielectric models',
  url: 'https://github.com/SFB-ELAINE/OSS-DBSv2',
  grade: 'B',
  note: 'Has the terms of cerebrospinal fluid after Gabriel 1996.',
};

/** Muscle of the spine: conductivities between 20 and 90 °C. */
export const KUMRU_2022: Source = {
  author: 'Kumru H, Attaluri A, Gordin V, Cortes DC',
  year: 2022,
  title:
    'Finite Element Simulation of PID-Controlled Bipolar Radiofrequency Ablation of Porcine Spinal Muscle. J Eng Sci Med Diagn Ther',
  doi: '10.1115/1.4056516',
  url: 'https://doi.org/10.1115/1.4056516',
  grade: 'C',
  note: '0.36 S/m at 20 °C and 1.28 S/m at 90 °C ex vivo: a straight line has 0.58 S/m at 37 °C and rises by 2.25 % of that per kelvin. Thermal conductivity from 0.33 to 0.57 W/(m·K).',
};

/** A model of the heart with a slope of the electrical conductivity. */
export const IRASTORZA_TUTORIAL: Source = {
  author: 'Irastorza RM',
  year: 2021,
  title: 'RFA-tutorial: a FEniCS script of a radiofrequency ablation of the atrial wall',
  url: 'https://github.com/rirastorza/RFA-tutorial',
  grade: 'B',
  note: 'Uses 1.5 %/K about 37 °C. It follows Irastorza, d’Avila and Berjano 2018, doi:10.1111/jce.13363, which was not read.',
};

/** A model of the liver with slopes of both conductivities. */
export const STEIN_CODE: Source = {
  author: 'CrixxMadine (advisors Kroeger T, Steinbach J, Lauterbach T)',
  year: 2020,
  title: 'RFASimulation, MainPDESolver.m: coefficients of liver after Stein (thesis, 1999)',
  url: 'https://github.com/CrixxMadine/RFASimulation',
  grade: 'B',
  note: '0.21 S/m rising by 1.3 %/K and 0.437 W/(m·K) rising by 0.25 %/K; from which temperature they are counted is unclear in the code.',
};

/** Slope of the electrical conductivity, measured. */
export const BOVINE_LIVER_SLOPE: Source = {
  ...BOVINE_LIVER,
  note: 'The reversible change is 1.82 ± 0.28 %/K (standard deviation), at 915 MHz: only the trend carries over. Read in the abstract. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Thermal conductivity of heart by temperature. */
export const BIANCHI_2023: Source = {
  author: 'Bianchi L et al.',
  year: 2023,
  title: 'Thermal properties of porcine heart with temperature. Ann Biomed Eng',
  doi: '10.1007/s10439-022-03122-9',
  url: 'https://doi.org/10.1007/s10439-022-03122-9',
  grade: 'C',
  note: 'Constant to about 80 °C; density times specific heat to 55 °C. Read in the abstract; the title is in our words.',
};

/** Thermal properties of liver by temperature. */
export const SILVA_2020: Source = {
  author: 'Silva NP et al.',
  year: 2020,
  title: 'Characterisation of ex vivo liver thermal properties. Sensors 20(10):3004',
  doi: '10.3390/s20103004',
  url: 'https://www.mdpi.com/1424-8220/20/10/3004',
  grade: 'C',
  note: 'About constant to 90 °C. Read in the abstract; the DOI was formed from journal and article number.',
};

/** What warmth does to the flow of blood. */
export const SONG: Source = {
  author: 'after Song, as the caption says',
  title: 'Perfusion of fat, muscle and tumour by temperature: figure 2 of PMC3877321',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3877321/figure/F2',
  grade: 'B',
  note: 'With temperature, muscle varies by 75 % and fat by 30 % about its constant value. Read in the caption. No year is on record.',
};

/** A planning tool's numbers for liver. */
export const GO_SMART_TISSUE: Source = {
  ...GO_SMART,
  note: 'Constants of its model of liver at 480 kHz and of its blood.',
};

/** A tutorial's numbers for liver and blood. */
export const COMSOL_TISSUE: Source = {
  author: 'COMSOL',
  title:
    'Tutorial model tumor_ablation (hepatic RF ablation), after Tungjitkusolmun et al. 2002, IEEE Trans Biomed Eng 49:3–9',
  url: 'https://www.scribd.com/document/679230477',
  grade: 'B',
  note: "The tutorial's numbers. No year is on record.",
};
