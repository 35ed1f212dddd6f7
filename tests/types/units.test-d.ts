import { cannula, type Problem, tissues } from 'rf-lesion';
import { problemFromUnits, type ProblemWithUnits } from 'rf-lesion/units';
import { expectTypeOf, test } from 'vitest';

const heating = { kind: 'temperature', target: '80 °C', duration: '1.5 min' } as const;
const electrode = { gauge: 22, tipLength: '5 mm' } as const;

test('a problem with units becomes a problem', () => {
  expectTypeOf(problemFromUnits).parameter(0).toEqualTypeOf<ProblemWithUnits>();
  expectTypeOf(problemFromUnits).returns.toEqualTypeOf<Problem>();
  expectTypeOf<Problem>().toExtend<ProblemWithUnits>();
});

test('numbers, texts and quantities of a units library are all numbers', () => {
  const quantity = { toNumber: (unit: string) => unit.length };
  expectTypeOf({
    electrode: { ...cannula({ gauge: 22, tipLength: 5e-3 }), radius: quantity },
    tissue: {
      ...tissues.muscle,
      perfusionRate: { value: '3.7 mL/(min 100 g)', density: 1090 },
      thermalConductivity: '0.5*(1+0.001*(T-37))',
      perfusionResponse: { kind: 'follows-temperature', factor: 'max(0, 1-(T-37)/20)' } as const,
    },
    regions: [
      {
        where: { kind: 'slab', zMin: '2 mm' } as const,
        tissue: { like: 'muscle', density: '1 g/mL' } as const,
      },
    ],
    heating: { kind: 'schedule', stages: [heating, { kind: 'off', duration: quantity }] } as const,
  }).toExtend<ProblemWithUnits>();
});

/** Uses a problem, whose type is looked at where it is written. */
const seen: (problem: ProblemWithUnits) => void = () => undefined;

test('keys and kinds are still those of a problem', () => {
  seen({ electrode, tissue: 'muscle', heating });
  // @ts-expect-error There is no such key.
  seen({ electrode, tissue: 'muscle', heating: { ...heating, durations: 5 } });
  // @ts-expect-error There is no such kind.
  seen({ electrode, tissue: 'muscle', heating: { kind: 'laser', duration: '5 s' } });
  // @ts-expect-error There is no such tissue.
  seen({ electrode, tissue: 'muscel', heating });
  // @ts-expect-error A length is no truth value.
  seen({ electrode: { gauge: 22, tipLength: true }, tissue: 'muscle', heating });
});
