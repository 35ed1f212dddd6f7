import { checkKinetics } from './check-criterion.js';
import type { CheckedPerfusion } from './checked.js';
import { LIVER_COAGULATION } from './default-kinetics.js';
import type { PerfusionResponse } from './types.js';

/**
 * Checks what heat does to the flow of blood and completes it: left out, the flow stops where Ω reaches 1.
 *
 * @throws {@link LesionModelError} 'invalid-input' with a path below `path`, that of the tissue.
 */
export function checkPerfusion(
  response: PerfusionResponse = { kind: 'stops-when-coagulated' },
  path = 'tissue',
): CheckedPerfusion {
  switch (response.kind) {
    case 'constant':
      return { kinetics: null, factor: 1 };
    case 'follows-temperature':
      return { kinetics: null, factor: response.factor };
    case 'stops-when-coagulated': {
      const { kinetics = LIVER_COAGULATION, factor = 1 } = response;
      return { kinetics: checkKinetics(kinetics, `${path}.perfusionResponse.kinetics`), factor };
    }
  }
}
