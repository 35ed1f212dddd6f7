import type { Heating } from '../problem/types.js';

function aim(heating: Heating): string {
  switch (heating.kind) {
    case 'temperature':
      return `RF current, ${heating.target} °C at the sensor`;
    case 'tip-temperature':
      return `tip surface held at ${heating.target} °C`;
    case 'power':
      return `RF current of ${heating.power} W`;
    case 'voltage':
      return `RF current at ${heating.voltage} V`;
  }
}

/** What the needle is told, for a title: 'RF current, 80 °C at the sensor for 90 s'. */
export function describeHeating(heating: Heating): string {
  return `${aim(heating)} for ${heating.duration} s`;
}
