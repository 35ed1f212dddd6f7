import type { Limit } from '../problem/limits.js';

/** The kinds of quantity that can be read from text. */
export type Dimension =
  | 'activationEnergy'
  | 'coordinate'
  | 'current'
  | 'density'
  | 'electricalConductivity'
  | 'frequencyFactor'
  | 'gain'
  | 'heatTransferCoefficient'
  | 'integralGain'
  | 'length'
  | 'metabolicHeat'
  | 'perfusionRate'
  | 'power'
  | 'rate'
  | 'ratio'
  | 'relativeSlope'
  | 'resistance'
  | 'specificHeat'
  | 'temperature'
  | 'temperatureDifference'
  | 'thermalConductivity'
  | 'thermalDose'
  | 'time'
  | 'velocity'
  | 'voltage'
  | 'waterContent';

/** How a quantity is read. */
export interface Measure {
  /** How messages call it. */
  readonly name: string;
  /** Of the result, as mathjs writes it; empty for a plain number. */
  readonly unit: string;
  readonly example: string;
  /** Beyond these ends the unit is taken to be a slip, as in 5 Mm; in `unit`. */
  readonly min: number;
  readonly max: number;
}

function measure(name: string, unit: string, example: string, min: number, max: number): Measure {
  return { name, unit, example, min, max };
}

export const MEASURES: Readonly<Record<Dimension, Measure>> = {
  activationEnergy: measure('an activation energy', 'J mol^-1', '628 kJ/mol', 0, 1e9),
  coordinate: measure('a coordinate', 'm', '-2 mm', -10, 10),
  current: measure('a current', 'A', '500 mA', 0, 1e4),
  density: measure('a density', 'kg m^-3', '1090 kg/m^3', 0, 1e5),
  electricalConductivity: measure('an electrical conductivity', 'S m^-1', '0.45 S/m', 0, 1e9),
  frequencyFactor: measure('a frequency factor', 's^-1', '3.1e98 1/s', 0, 1e300),
  gain: measure('a gain', 'W K^-1', '0.3 W/K', 0, 1e6),
  heatTransferCoefficient: measure('a heat transfer coefficient', 'W m^-2 K^-1', '1000 W/(m^2 K)', 0, 1e9),
  integralGain: measure('a gain', 'W K^-1 s^-1', '0.05 W/(K s)', 0, 1e6),
  length: measure('a length', 'm', '5 mm', 0, 10),
  metabolicHeat: measure('a heat per volume', 'W m^-3', '1000 W/m^3', 0, 1e9),
  perfusionRate: measure('a perfusion rate', 's^-1', '0.04 /min', 0, 10),
  power: measure('a power', 'W', '5 W', 0, 1e6),
  rate: measure('a rate', 's^-1', '2 Hz', 0, 1e9),
  ratio: measure('a ratio', '', '50 %', 0, 1e9),
  relativeSlope: measure('a relative slope', 'K^-1', '2 %/K', -10, 10),
  resistance: measure('a resistance', 'ohm', '50 ohm', 0, 1e9),
  specificHeat: measure('a specific heat', 'J kg^-1 K^-1', '3421 J/(kg K)', 0, 1e5),
  temperature: measure('a temperature', 'degC', '80 degC', -100, 1000),
  temperatureDifference: measure('a temperature difference', 'K', '40 K', -1000, 1000),
  thermalConductivity: measure('a thermal conductivity', 'W m^-1 K^-1', '0.5 W/(m K)', 0, 1e4),
  thermalDose: measure('a thermal dose', 'min', '240 min', 0, 1e9),
  time: measure('a time', 's', '90 s', 0, 1e9),
  velocity: measure('a velocity', 'm s^-1', '0.2 m/s', 0, 1e3),
  voltage: measure('a voltage', 'V', '45 V', 0, 1e6),
  waterContent: measure('a water content', 'kg m^-3', '750 kg/m^3', 0, 1e5),
};

/** What a number with this limit is a quantity of. */
export function dimensionOf({ quantity, unit, min }: Limit): Dimension {
  switch (quantity) {
    case 'length':
      return min < 0 ? 'coordinate' : 'length';
    case 'gain':
      return unit === 'W/K' ? 'gain' : 'integralGain';
    case 'damage integral':
    case 'part':
    case 'ratio':
      return 'ratio';
    case 'activation energy':
      return 'activationEnergy';
    case 'electrical conductivity':
      return 'electricalConductivity';
    case 'frequency factor':
      return 'frequencyFactor';
    case 'heat transfer coefficient':
      return 'heatTransferCoefficient';
    case 'metabolic heat':
      return 'metabolicHeat';
    case 'perfusion rate':
      return 'perfusionRate';
    case 'relative slope':
      return 'relativeSlope';
    case 'specific heat':
      return 'specificHeat';
    case 'temperature scale':
      return 'temperatureDifference';
    case 'thermal conductivity':
      return 'thermalConductivity';
    case 'thermal dose':
      return 'thermalDose';
    case 'water content':
      return 'waterContent';
    case 'current':
    case 'density':
    case 'power':
    case 'rate':
    case 'resistance':
    case 'temperature':
    case 'time':
    case 'velocity':
    case 'voltage':
      return quantity;
  }
}
