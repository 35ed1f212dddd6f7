import type { Source } from '../problem/types.js';
import { NT1100, TORONTO_2000 } from './sources.js';

/** Tips of trigeminal electrodes. */
export const TRIGEMINAL_WIKI: Source = {
  author: 'neurosurgerywiki.com',
  title: 'Radiofrequency rhizotomy technique for trigeminal neuralgia',
  url: 'https://neurosurgerywiki.com/',
  grade: 'B',
  note: 'Bare tips of 5 mm for one division, 7.5 mm for two and 10 mm for all three. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Short tips of trigeminal electrodes. */
export const KOREAN_TIPS: Source = {
  author: 'not named',
  title: 'Trigeminal radiofrequency lesions by bare tips of 2 and of 5 mm, 36 cases',
  url: 'https://koreamed.org/',
  grade: 'C',
  note: '75 °C for 60 s. The title is in our words. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Temperatures for the trigeminal ganglion. */
export const TRIGEMINAL_2025: Source = {
  author: 'not named',
  year: 2025,
  title:
    'Trigeminal neuralgia: a comparative analysis of radiofrequency electrode lesioning temperature at 65 °C and 75 °C for 60 seconds each',
  doi: '10.1055/s-0045-1809874',
  url: 'https://www.thieme-connect.com/products/ejournals/abstract/10.1055/s-0045-1809874',
  grade: 'C',
  note: 'Compared 65 and 75 °C, 60 s each, and found more complications at 75 °C.',
};

/** Temperatures that have been used for the trigeminal ganglion. */
export const YAO_2016: Source = {
  author: 'Yao P, Hong T, Wang ZB, et al.',
  year: 2016,
  title:
    'Treatment of bilateral idiopathic trigeminal neuralgia by radiofrequency thermocoagulation at different temperatures. Medicine 95(28):e4274',
  doi: '10.1097/MD.0000000000004274',
  url: 'https://journals.lww.com/md-journal/Fulltext/2016/07190/Treatment_of_bilateral_idiopathic_trigeminal.32.aspx',
  grade: 'A',
  note: 'Reports 60 to 95 °C from the literature, and compared 68 with 75 °C: more complications at 75 °C. Read in the abstract of the publisher.',
};

/** Cycles for the trigeminal ganglion. */
export const DEMARTINI_2021: Source = {
  author: 'Demartini L, Conversa G, Bettaglio R, Bonezzi C, Marchesini M',
  year: 2021,
  title:
    'Retrogasserian radiofrequency thermocoagulation: a repeatable treatment in trigeminal neuralgia unresponsive to drug therapy. Saudi J Anaesth 15(2):109–115',
  doi: '10.4103/sja.sja_972_20',
  url: 'https://doi.org/10.4103/sja.sja_972_20',
  grade: 'C',
  note: '70 °C for the first lesion and 72 °C for those after it, 60 s each.',
};

/** Settings of commercial probes. */
export const ESRA_2024: Source = {
  author: 'European Society of Regional Anaesthesia (ESRA)',
  year: 2024,
  title:
    'Standard, three-tined and cooled radiofrequency probes ex vivo. Reg Anesth Pain Med 49(Suppl 1):A173.3',
  url: 'https://rapm.bmj.com/content/49/Suppl_1/A173.3',
  grade: 'C',
  note: 'The title is in our words. Settings of commercial generators, in chicken breast: standard 80 °C for 90 s, cooled 60 °C for 150 s.',
};

/** A cannula on the bench. */
export const PROVENZANO_2010: Source = {
  author: 'Provenzano DA, Lassila HC, Somers D',
  year: 2010,
  title:
    'The effect of fluid injection on lesion size during radiofrequency treatment. Reg Anesth Pain Med 35(4):338–342',
  url: 'https://rapm.bmj.com/content/35/4/338-342',
  grade: 'C',
  note: '18 G, bare tip of 10 mm, 80 °C for 90 s, in chicken.',
};

/** Needles and settings of a large bench study. */
export const COSMAN_2014: Source = {
  author: 'Cosman ER Jr, Dolensky JR, Hoffman RA',
  year: 2014,
  title: 'Factors that affect radiofrequency heat lesion size. Pain Medicine',
  url: 'https://deploy.doczz.net/doc/5312482/factors-that-affect-radiofrequency-heat-lesion',
  grade: 'A',
  note: 'Gauges 16 to 23, bare tips of 5 to 15 mm, 60 to 90 °C, 60 to 600 s, ex vivo; read in its first part.',
};

/** A lesion of the dorsal root ganglion. */
export const DE_LOUW_2001: Source = {
  author: 'De Louw AJA, et al.',
  year: 2001,
  title:
    'The morphological effects of a radio frequency lesion adjacent to the dorsal root ganglion (RF-DRG): an experimental study in the goat. Eur J Pain 5(2):169–174',
  url: 'https://acnpsearch.tweb-dev.unibo.it/singlejournalindex/83885255',
  grade: 'C',
  note: '22 G SMK electrode, bare tip of 5 mm, 67 °C for 60 s, two goats; lesions of 1.8 to 2.0 mm where the tip was in the ganglion, seen two weeks later.',
};

/** Pulsed radiofrequency of the dorsal root ganglion. */
export const SHANTHANNA_2014: Source = {
  author: 'Shanthanna H, Chan P, McChesney J, Thabane L, Paul J',
  year: 2014,
  title:
    'Pulsed radiofrequency treatment of the lumbar dorsal root ganglion, a randomized pilot trial. J Pain Res 7:47–55',
  doi: '10.2147/JPR.S55749',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3894138',
  grade: 'A',
  note: 'At most 42 °C, 120 s; the title is in our words, and was read in the abstract.',
};

/** Voltage of pulsed radiofrequency. */
export const CASTROMAN_2019: Source = {
  author: 'Castromán P, Cristiani F, Surbano M, Ayala S, Schwartzmann A, Varaldi G',
  year: 2019,
  title:
    'Pulsed radiofrequency of the dorsal root ganglion for chronic lumbosacral radicular syndrome refractory to epidural steroid injections. Rev Soc Esp Dolor 26(3)',
  doi: '10.20986/resed.2019.3702/2018',
  url: 'http://resed.es/Documentos/HTML/2019_26_3/3702ENG/resed_26_3_07_ing.html',
  grade: 'A',
  note: '45 V, at most 42 °C, two cycles of 120 s; whether 45 V is an rms value is not said. Read in the abstract.',
};

/** Pulses of a generator. */
export const NT1100_PULSES: Source = {
  ...NT1100,
  note: 'Pulses of 20 ms with pauses of 480 ms, at most 42 °C, 120 s.',
};

/** A lesion of the thalamus. */
export const TOMLINSON_1991: Source = {
  author: 'Tomlinson FH, Jack CR Jr, Kelly PJ',
  year: 1991,
  title:
    'Sequential magnetic resonance imaging following stereotactic radiofrequency ventralis lateralis thalamotomy. J Neurosurg 74:579–584',
  url: 'https://thejns.org/view/journals/j-neurosurg/74/4/article-p579.xml',
  grade: 'C',
  note: 'Electrode of 1.6 mm with a tip of 3 mm, 78 °C for 60 s.',
};

/** Another electrode for the thalamus. */
export const LINHARES_2000: Source = {
  ...TORONTO_2000,
  author: 'Linhares MN, Tasker RR',
  note: 'Electrode of 1.1 mm with a bare tip of 3 mm; lesions had to be made at 60 °C or more, held for 60 s, to succeed.',
};

/** A lesion of the globus pallidus. */
export const PALLIDOTOMY_PAGE: Source = {
  author: 'surgeryencyclopedia.com',
  title: 'Pallidotomy',
  url: 'https://www.surgeryencyclopedia.com/',
  grade: 'B',
  note: '80 °C for 60 s. The address is that of the site: the exact page is not on record. No year is on record.',
};

/** Electrodes for the spinal cord. */
export const KANPOLAT: Source = {
  author: 'Kanpolat Y',
  title: 'Percutaneous cordotomy technique (chapter)',
  url: 'https://www.guwsmedical.info/stereotactic-radiosurgery/percutaneous-cordotomy-technique.html',
  grade: 'B',
  note: 'Diameters of 0.3 mm for bilateral and 0.4 mm for unilateral use, bare tip of 2 mm, an open-tip thermocouple; straight and curved. Read in a copy on the web. No year is on record.',
};

/** Contacts of electrodes in the brain. */
export const OSS_DBS_ELECTRODES: Source = {
  author: 'Butenko K, Reding J, Zimmermann J, et al.',
  year: 2024,
  title: 'OSS-DBS version 2, definitions of electrodes',
  url: 'https://github.com/SFB-ELAINE/OSS-DBSv2',
  grade: 'B',
  note: 'Depth electrodes of DIXI and PMT: diameter 0.8 mm, contacts of 2 mm, 1.5 mm apart.',
};

/** Electrical conductivity of nerve, upper end. */
export const ASCENT: Source = {
  author: 'Musselman ED, Grill WM, Pelot NA, et al.',
  title: 'ASCENT pipeline, materials.json',
  url: 'https://github.com/wmglab-duke/ascent',
  grade: 'B',
  note: 'Endoneurium at low frequency: 0.571429 S/m along the fibres, 0.166667 S/m across. No year is on record.',
};
