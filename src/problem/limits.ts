/** What kind of quantity a number is. */
export type Quantity =
  | 'activation energy'
  | 'current'
  | 'damage integral'
  | 'density'
  | 'electrical conductivity'
  | 'frequency factor'
  | 'gain'
  | 'heat transfer coefficient'
  | 'length'
  | 'metabolic heat'
  | 'perfusion rate'
  | 'part'
  | 'power'
  | 'rate'
  | 'ratio'
  | 'relative slope'
  | 'resistance'
  | 'specific heat'
  | 'temperature'
  | 'temperature scale'
  | 'thermal conductivity'
  | 'thermal dose'
  | 'time'
  | 'velocity'
  | 'voltage'
  | 'water content';

/** The range that a number of the input is held to. Both ends belong to it, unless `exclusiveMin` says otherwise. */
export interface Limit {
  readonly quantity: Quantity;
  readonly min: number;
  readonly max: number;
  /** Of `min` and `max`; empty for a ratio. */
  readonly unit: string;
  /** `min` itself is refused. */
  readonly exclusiveMin?: true;
  /** What it must be as well, because of another field. */
  readonly also?: string;
}

/** A field with a limit: its path in a problem, or in the options below `criterion` and `resolution`. */
export type LimitedField =
  | `${'tissue' | 'material' | 'blood'}.${'density' | 'specificHeat'}`
  | `${'tissue' | 'material'}.thermalConductivity`
  | `tissue.${'perfusionRate' | 'metabolicHeat' | 'waterContent' | 'electricalConductivity'}`
  | `law.${'temperature' | 'coefficient'}`
  | `electrode.${'radius' | 'tipLength' | 'tipShape.length' | 'body.wallThickness' | 'insulation.thickness' | 'sensor.z'}`
  | `heating.${'target' | 'duration' | 'ramp' | 'power' | 'voltage'}`
  | `heating.${'maxPower' | 'maxVoltage' | 'maxCurrent' | 'maxSensorTemperature' | 'rollOff'}`
  | `heating.${'pulseWidth' | 'pulseRate' | 'shift'}`
  | `electrode.cooling.${'temperature' | 'coefficient'}`
  | 'tissue.perfusionResponse.factor'
  | `heating.control.${'proportional' | 'integral' | 'interval'}`
  | `domain.${'radius' | 'below' | 'above'}`
  | `resolution.${'spacing' | 'growthRatio' | 'timeStep'}`
  | `criterion.${'threshold' | 'minutes' | 'omega' | 'deadFraction'}`
  | `kinetics.${'frequencyFactor' | 'activationEnergy' | 'temperature' | 'time'}`
  | `kinetics.${'forwardRate' | 'backwardRate' | 'temperatureScale' | 'offset' | 'initialAlive' | 'initialDead'}`
  | `structure.${'coordinate' | 'radius'}`
  | `region.${'r' | 'z' | 'radius' | 'flow.coefficient'}`
  | `vessel.${'diameter' | 'velocity' | 'heatedLength'}`
  | 'startTemperature'
  | 'arterialTemperature'
  | 'boundaryTemperature'
  | 'coolDown'
  | 'returnPathResistance';

const BODY: Limit = { quantity: 'temperature', min: 0, max: 44, unit: '°C' };
const DENSITY: Limit = { quantity: 'density', min: 1, max: 30_000, unit: 'kg/m³' };
const SPECIFIC_HEAT: Limit = { quantity: 'specific heat', min: 100, max: 10_000, unit: 'J/(kg·K)' };
const CONDUCTIVITY: Limit = { quantity: 'thermal conductivity', min: 0.01, max: 100, unit: 'W/(m·K)' };
const REGION: Limit = { quantity: 'length', min: 0.1e-3, max: 1, unit: 'm' };

/**
 * The limits that the input is held to. SI, temperatures in °C. Whatever lies outside is refused, never clamped.
 *
 * @remarks They are the edges of what makes sense for a needle in tissue, and wide enough to catch a wrong unit.
 * `material` stands for every solid of the needle, `law` for a temperature law, `criterion` for every criterion and
 * `kinetics` for those of any of them.
 * A sensor is not set above 100 °C, where water boils; tissue may get hotter.
 */
export const LIMITS: Readonly<Record<LimitedField, Limit>> = {
  'electrode.radius': { quantity: 'length', min: 0.05e-3, max: 5e-3, unit: 'm' },
  'electrode.tipLength': { quantity: 'length', min: 0.5e-3, max: 0.1, unit: 'm' },
  'electrode.tipShape.length': {
    quantity: 'length',
    min: 0.05e-3,
    max: 0.05,
    unit: 'm',
    also: 'shorter than electrode.tipLength',
  },
  'electrode.body.wallThickness': {
    quantity: 'length',
    min: 1e-6,
    max: 5e-3,
    unit: 'm',
    also: 'less than electrode.radius',
  },
  'electrode.insulation.thickness': {
    quantity: 'length',
    min: 1e-6,
    max: 2e-3,
    unit: 'm',
    also: 'less than five times electrode.radius',
  },
  'electrode.sensor.z': { quantity: 'length', min: 0, max: 0.1, unit: 'm', also: 'less than domain.above' },

  'electrode.cooling.temperature': { quantity: 'temperature', min: -20, max: 44, unit: '°C' },
  'electrode.cooling.coefficient': {
    quantity: 'heat transfer coefficient',
    min: 0,
    exclusiveMin: true,
    max: 1e6,
    unit: 'W/(m²·K)',
  },

  'material.thermalConductivity': { ...CONDUCTIVITY, max: 1000 },
  'material.density': DENSITY,
  'material.specificHeat': SPECIFIC_HEAT,

  'tissue.thermalConductivity': CONDUCTIVITY,
  'tissue.density': { ...DENSITY, min: 200 },
  'tissue.specificHeat': { ...SPECIFIC_HEAT, min: 500 },
  'tissue.electricalConductivity': {
    quantity: 'electrical conductivity',
    min: 0,
    exclusiveMin: true,
    max: 100,
    unit: 'S/m',
  },
  'tissue.perfusionRate': { quantity: 'perfusion rate', min: 0, max: 0.2, unit: '1/s' },
  'tissue.perfusionResponse.factor': { quantity: 'ratio', min: 0, max: 100, unit: '' },
  'tissue.metabolicHeat': { quantity: 'metabolic heat', min: 0, max: 1e6, unit: 'W/m³' },
  'tissue.waterContent': {
    quantity: 'water content',
    min: 100,
    max: 1100,
    unit: 'kg/m³',
    also: 'at most tissue.density',
  },
  'law.temperature': { quantity: 'temperature', min: -50, max: 500, unit: '°C' },
  'law.coefficient': { quantity: 'relative slope', min: -1, max: 1, unit: '1/K' },

  'blood.density': DENSITY,
  'blood.specificHeat': SPECIFIC_HEAT,

  'heating.target': {
    quantity: 'temperature',
    min: 0,
    max: 100,
    unit: '°C',
    also: 'above the start temperature',
  },
  'heating.duration': { quantity: 'time', min: 0.1, max: 7200, unit: 's' },
  'heating.ramp': { quantity: 'time', min: 0, max: 7200, unit: 's', also: 'at most heating.duration' },
  'heating.power': { quantity: 'power', min: 0.001, max: 200, unit: 'W' },
  'heating.voltage': { quantity: 'voltage', min: 0.01, max: 500, unit: 'V' },
  'heating.maxPower': { quantity: 'power', min: 0.001, max: 500, unit: 'W' },
  'heating.maxVoltage': { quantity: 'voltage', min: 0.01, max: 1000, unit: 'V' },
  'heating.maxCurrent': { quantity: 'current', min: 1e-4, max: 10, unit: 'A' },
  'heating.maxSensorTemperature': {
    quantity: 'temperature',
    min: 0,
    max: 100,
    unit: '°C',
    also: 'above the start temperature',
  },
  'heating.rollOff': { quantity: 'ratio', min: 1.05, max: 1000, unit: '' },
  'heating.pulseWidth': {
    quantity: 'time',
    min: 1e-4,
    max: 0.5,
    unit: 's',
    also: 'shorter than the time between two pulses',
  },
  'heating.pulseRate': { quantity: 'rate', min: 0.1, max: 100, unit: '1/s' },
  'heating.shift': { quantity: 'length', min: -0.05, max: 0.05, unit: 'm' },
  'heating.control.proportional': { quantity: 'gain', min: 0, exclusiveMin: true, max: 1000, unit: 'W/K' },
  'heating.control.integral': { quantity: 'gain', min: 0, max: 1000, unit: 'W/(K·s)' },
  'heating.control.interval': {
    quantity: 'time',
    min: 0.01,
    max: 5,
    unit: 's',
    also: 'at most heating.duration',
  },

  startTemperature: BODY,
  arterialTemperature: BODY,
  boundaryTemperature: BODY,
  coolDown: { quantity: 'time', min: 0, max: 3600, unit: 's' },
  returnPathResistance: { quantity: 'resistance', min: 0, max: 1e4, unit: 'Ω' },

  'domain.radius': { ...REGION, also: 'more than twice electrode.radius, the sleeve included' },
  'domain.below': REGION,
  'domain.above': { ...REGION, also: 'more than electrode.tipLength' },

  'criterion.threshold': {
    quantity: 'temperature',
    min: 0,
    max: 100,
    unit: '°C',
    also: 'above the start temperature',
  },
  'criterion.minutes': { quantity: 'thermal dose', min: 0, exclusiveMin: true, max: 1e6, unit: 'min' },
  'criterion.omega': { quantity: 'damage integral', min: 0, exclusiveMin: true, max: 1e6, unit: '' },
  'criterion.deadFraction': {
    quantity: 'part',
    min: 0,
    exclusiveMin: true,
    max: 0.9999,
    unit: '',
    also: 'above kinetics.initialDead',
  },

  'kinetics.frequencyFactor': {
    quantity: 'frequency factor',
    min: 0,
    exclusiveMin: true,
    max: 1e200,
    unit: '1/s',
  },
  'kinetics.activationEnergy': { quantity: 'activation energy', min: 1e4, max: 2e6, unit: 'J/mol' },
  'kinetics.temperature': { quantity: 'temperature', min: -50, max: 500, unit: '°C' },
  'kinetics.time': { quantity: 'time', min: 0, max: 1e5, unit: 's' },
  'kinetics.forwardRate': { quantity: 'rate', min: 0, exclusiveMin: true, max: 10, unit: '1/s' },
  'kinetics.backwardRate': { quantity: 'rate', min: 0, max: 10, unit: '1/s' },
  'kinetics.temperatureScale': { quantity: 'temperature scale', min: 5, max: 500, unit: '°C' },
  'kinetics.offset': { quantity: 'ratio', min: 0, max: 0.99, unit: '' },
  'kinetics.initialAlive': {
    quantity: 'part',
    min: 0,
    exclusiveMin: true,
    max: 0.9999,
    unit: '',
    also: 'below 1, where the model stands still',
  },
  'kinetics.initialDead': {
    quantity: 'part',
    min: 0,
    max: 0.99,
    unit: '',
    also: 'at most what kinetics.initialAlive leaves of 1',
  },

  'structure.coordinate': { quantity: 'length', min: -1, max: 1, unit: 'm' },
  'structure.radius': { quantity: 'length', min: 0, max: 0.05, unit: 'm' },

  'region.r': { quantity: 'length', min: 0, max: 1, unit: 'm' },
  'region.z': { quantity: 'length', min: -1, max: 1, unit: 'm' },
  'region.radius': { quantity: 'length', min: 0.1e-3, max: 1, unit: 'm' },
  'region.flow.coefficient': {
    quantity: 'heat transfer coefficient',
    min: 0,
    exclusiveMin: true,
    max: 1e6,
    unit: 'W/(m²·K)',
  },

  'vessel.diameter': { quantity: 'length', min: 0.01e-3, max: 30e-3, unit: 'm' },
  'vessel.velocity': { quantity: 'velocity', min: 0, exclusiveMin: true, max: 2, unit: 'm/s' },
  'vessel.heatedLength': { quantity: 'length', min: 0.1e-3, max: 0.2, unit: 'm' },

  'resolution.spacing': { quantity: 'length', min: 1e-6, max: 1e-3, unit: 'm' },
  'resolution.growthRatio': { quantity: 'ratio', min: 1.01, max: 2, unit: '' },
  'resolution.timeStep': { quantity: 'time', min: 1e-4, max: 10, unit: 's' },
};
