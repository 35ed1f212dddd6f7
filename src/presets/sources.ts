import type { Source } from '../problem/types.js';

/** Diameters by gauge. */
export const GAUGE_CHART: Source = {
  author: 'Wikipedia contributors',
  title: 'Needle gauge comparison chart',
  url: 'https://en.wikipedia.org/wiki/Needle_gauge_comparison_chart',
  grade: 'B',
  note: 'Nominal diameters; the inner one is that of a regular wall. No year is on record.',
};

/** Damage kinetics of the arterial wall. */
export const AGAH_CODE: Source = {
  author: 'Agah R, Pearce JA, Welch AJ',
  title: 'Rate process model for arterial tissue thermal damage, as used in the code TissueDamageSolver',
  url: 'https://github.com/',
  grade: 'B',
  note: 'Read in public source code, not in the paper. The code uses the pair for cartilage and fat as well. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Damage kinetics of tumour and of soft tissue, in code. */
export const LASER_CODE: Source = {
  author: 'public source code',
  title: 'A laser hyperthermia controller with damage kinetics of tumour and of gland and soft tissue',
  url: 'https://github.com/',
  grade: 'B',
  note: 'Read in public source code; a second, independent file has the pair of glandular tissue. Who measured them is not said there. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Damage kinetics of the retina. */
export const LIB_ARRHENIUS: Source = {
  author: 'CD3',
  title: 'libArrhenius, default parameters',
  url: 'https://github.com/CD3/libArrhenius',
  grade: 'B',
  note: 'A is ten times that of the skin pair with the same activation energy: not to be mixed. No year is on record.',
};

/** Kinetics of the irreversible change of conductivity. */
export const BOVINE_LIVER: Source = {
  author: 'not named',
  title: 'Changes in dielectric properties of ex vivo bovine liver at 915 MHz during heating',
  url: 'https://www.scilit.net/',
  grade: 'C',
  note: 'Read in the abstract. It is the rate of a change of conductivity, which is not the death of cells. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** The three-state model of cell death. */
export const ONEILL_2011: Source = {
  author: "O'Neill DP, Peng T, Stiegler P, et al.",
  year: 2011,
  title: 'A three-state mathematical model of hyperthermic cell death. Ann Biomed Eng 39(1):570–579',
  doi: '10.1007/s10439-010-0177-1',
  url: 'https://doi.org/10.1007/s10439-010-0177-1',
  grade: 'B',
  note: 'The constants were read in the Go-Smart code, not in the paper.',
};

/** The same in a planning tool. */
export const GO_SMART: Source = {
  author: 'NUMA Engineering (EU project Go-Smart)',
  year: 2016,
  title: 'Constants and NumaCellState.f90 of the Go-Smart simulation platform',
  url: 'https://github.com/go-smart/goosefoot-elmer-modules',
  grade: 'B',
  note: 'Counts tissue as dead from a dead part of 0.8 on.',
};

/** How long the constants of the three-state model may be used. */
export const THREE_STATE_CHECK: Source = {
  author: 'The rf-lesion authors',
  title: 'Dead part after an exposure at constant temperature',
  grade: 'D',
  note: 'Computed with these constants: 1.1 % after 60 s and 2.8 % after 120 s at 90 °C, and 33 % after 600 s at 60 °C. They suit exposures of five to fifteen minutes, not those of a neurotomy.',
};

/** Lesion border of a generator manual. */
export const NT1100: Source = {
  author: 'NeuroTherm',
  year: 2012,
  title: "NT1100 RF lesion generator, Operator's Manual (Document 109.00, issue 06), sections 10-2 to 10-16",
  url: 'https://www.manualslib.com/manual/1422948/Neurotherm-Nt1100.html?page=82',
  grade: 'A',
  note: 'Takes the isotherm of 45 °C for the border of the lesion.',
};

/** Colour change of tissue at 50 °C. */
export const COSMAN_2011: Source = {
  author: 'Cosman ER Jr, Gonzalez CD',
  year: 2011,
  title:
    'Bipolar radiofrequency lesion geometry: implications for palisade treatment of sacroiliac joint pain. Pain Pract 11(1):3–22',
  url: 'https://www.bostonscientific.com/en-EU/medical-specialties/pain-medicine/clinical-evidence/rf-compendium/radiofrequency-ablation-for-sacroiliac-joint-pain/bipolar-radiofrequency-lesion-geometry-implications-for-palisade-treatment-of-sacroiliac-joint-pain.html',
  grade: 'B',
  note: "Tissue looks cooked above 50 °C; read in the publisher's summary.",
};

/** Lesions of the thalamus. */
export const TORONTO_2000: Source = {
  author: 'not named',
  year: 2000,
  title: "Microelectrode-guided thalamotomy for Parkinson's disease. Neurosurgery 46:390–395",
  url: 'https://www.ncbi.nlm.nih.gov/pubmed/10690728',
  grade: 'C',
  note: 'Lesions were made only at set temperatures of 60 °C or more, held for 60 s: a set temperature, not one of the border.',
};

/** Thermal dose in code. */
export const KWAVE: Source = {
  author: 'Treeby BE, Cox BT',
  title: 'k-Wave toolbox: kWaveDiffusion, accumulation of CEM43',
  url: 'https://github.com/ucl-bug/k-wave',
  grade: 'B',
  note: 'R = 0.5 from 43 °C on and 0.25 below. No year is on record.',
};

/** Thermal dose, the rule. */
export const SAPARETO_DEWEY: Source = {
  author: 'Sapareto SA, Dewey WC',
  year: 1984,
  title: 'Thermal dose determination in cancer therapy',
  doi: '10.1016/0360-3016(84)90379-1',
  grade: 'B',
  note: 'The rule was read in the code of k-Wave.',
};

/** The ISO form of thermal dose. */
export const PRESTUS: Source = {
  author: 'Donders Institute',
  title: 'PRESTUS, a toolbox for simulations of transcranial ultrasound: its two forms of CEM43',
  url: 'https://github.com/Donders-Institute/PRESTUS',
  grade: 'B',
  note: 'Zero below 39 °C, unlimited above 57 °C. That R stays at 0.5 once 43 °C has been passed is how its documentation reads the form. No year is on record.',
};

/** Dose at the border of lesions of the thalamus. */
export const HUANG_2018: Source = {
  author: 'Huang Y et al.',
  year: 2018,
  title: 'Accumulated thermal dose and lesion size in focused ultrasound thalamotomy',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6181766',
  grade: 'A',
  note: 'The title is in our words. Compared contours of 17, 40, 100, 200 and 240 min: 100 min at the border in T2, 200 min in T1, one day after.',
};

/** Cooled probes in trials. */
export const COOLED_18G: Source = {
  author: 'ClinicalTrials.gov',
  title: 'NCT04145011: cooled radiofrequency of genicular nerves, 18 G, tip of 4 mm',
  url: 'https://clinicaltrials.gov/study/NCT04145011',
  grade: 'B',
  note: 'Gauge and bare length. The set temperature of 60 °C for 150 s is from the ESRA abstract A173.3 (2024), read in its abstract. No year is on record.',
};

/** Cooled probes of 17 G. */
export const COBBS_2023: Source = {
  author: 'Cobbs A et al.',
  year: 2023,
  title: 'Cooled and standard radiofrequency in a rat model. Reg Anesth Pain Med',
  doi: '10.1136/rapm-2023-104554',
  url: 'https://doi.org/10.1136/rapm-2023-104554',
  grade: 'C',
  note: 'The title is in our words. Gauge and bare length, read in the abstract.',
};

/** Temperature of a coolant. */
export const LOPEZ_MOLINA_2012: Source = {
  author: 'Lopez Molina JA, Rivera MJ, Berjano E',
  year: 2012,
  title:
    'Analytical model based on a cylindrical geometry to study RF ablation with needle-like internally cooled electrode. Math Probl Eng 2012:834807',
  doi: '10.1155/2012/834807',
  url: 'https://doi.org/10.1155/2012/834807',
  grade: 'C',
  note: 'Takes coolants from 5 to 25 °C, read in the abstract; the 15 °C used is the middle of that range, for want of a measured one.',
};

/** Heat transfer in the bore of a cooled needle. */
export const GRAETZ: Source = {
  author: 'The rf-lesion authors',
  title: 'Heat transfer of a steady laminar flow in a round tube',
  grade: 'D',
  note: 'Computed: half the square of the first eigenvalue of the Graetz problem is h d/k for a wall of one temperature. Real probes lead water in and out in one bore and cool more or less than that.',
};
