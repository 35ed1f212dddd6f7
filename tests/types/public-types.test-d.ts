import {
  cannula,
  type Criterion,
  type Electrode,
  electrodes,
  estimateLesion,
  gauges,
  type Heating,
  type LesionEstimate,
  type LesionSize,
  type Measured,
  parameterRange,
  type Problem,
  type Procedure,
  procedures,
  type Region,
  type SingleHeating,
  type Stage,
  type Tissue,
  type TissueName,
  tissues,
} from 'rf-lesion';
import { describe, expectTypeOf, test } from 'vitest';

const electrode = cannula({ gauge: 22, tipLength: 5e-3 });
const heating = { kind: 'temperature', target: 80, duration: 90 } as const;
/** Uses what is only looked at. */
const seen: (value: unknown) => void = () => undefined;

const problem: Problem = { electrode, tissue: tissues.muscle, heating };

describe('presets keep their names', () => {
  test('of tissues', () => {
    expectTypeOf(tissues).toHaveProperty('csf').toEqualTypeOf<Tissue>();
    expectTypeOf<'muscle'>().toExtend<TissueName>();
    expectTypeOf<string>().not.toExtend<TissueName>();
    // @ts-expect-error there is no such tissue
    seen(tissues.muscles);
    // @ts-expect-error nor by another spelling
    seen(tissues['grey_matter']);
  });

  test('of procedures, electrodes and gauges', () => {
    expectTypeOf(procedures.trigeminalThermal).toExtend<Problem>();
    expectTypeOf(procedures.unverified.cordotomy.about).toEqualTypeOf<Procedure['about']>();
    expectTypeOf(procedures.lumbarMedialBranch.heating.target).toBeNumber();
    expectTypeOf(procedures.drgPulsed.heating.kind).toEqualTypeOf<'pulsed'>();
    const any: Procedure = procedures.trigeminalStaged;
    // @ts-expect-error a procedure of some kind has no target
    seen(any.heating.target);
    // @ts-expect-error what rests on memory stands apart
    seen(procedures.cordotomy);
    expectTypeOf(electrodes.cooled18G4mm).toEqualTypeOf<Electrode>();
    // @ts-expect-error there is no such electrode
    seen(electrodes.cooled19G);
    // @ts-expect-error there is no such gauge
    seen(gauges[13]);
  });
});

describe('a heating is one of its kinds', () => {
  test('a switch over all of them is complete without a default', () => {
    const durationOf = (one: Heating): number => {
      switch (one.kind) {
        case 'temperature':
        case 'tip-temperature':
        case 'power':
        case 'voltage':
        case 'pulsed':
          return one.duration;
        case 'schedule':
          return one.stages.reduce((sum, { duration }) => sum + duration, 0);
      }
    };
    expectTypeOf(durationOf).returns.toBeNumber();
    expectTypeOf<Heating['kind']>().toEqualTypeOf<
      'temperature' | 'tip-temperature' | 'power' | 'voltage' | 'pulsed' | 'schedule'
    >();
    expectTypeOf<SingleHeating['kind']>().toEqualTypeOf<Exclude<Heating['kind'], 'schedule'>>();
    expectTypeOf<Stage['kind']>().toEqualTypeOf<SingleHeating['kind'] | 'off'>();
  });

  test('a kind that is left out of a switch is found', () => {
    // @ts-expect-error not all kinds return
    const incomplete = (one: Heating): number => {
      // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the compiler must find it by itself
      switch (one.kind) {
        case 'temperature':
          return one.target;
      }
    };
    seen(incomplete);
  });

  test('each has its own keys', () => {
    // @ts-expect-error a held power has no target
    const power: Heating = { kind: 'power', power: 5, target: 80, duration: 60 };
    // @ts-expect-error a temperature needs a target
    const without: Heating = { kind: 'temperature', duration: 60 };
    // @ts-expect-error schedules do not nest
    const nested: Heating = { kind: 'schedule', stages: [{ kind: 'schedule', stages: [] }] };
    seen([power, without, nested]);
  });
});

describe('wrong keys do not compile', () => {
  test('in a problem, a tissue, a region and options', () => {
    // @ts-expect-error a misspelt key
    const misspelt: Problem = { ...problem, startTemprature: 22 };
    // @ts-expect-error a misspelt key
    const tissue: Tissue = { ...tissues.muscle, perfusion: 0 };
    // @ts-expect-error a slab has no radius
    const slab: Region = { kind: 'slab', rMin: 1e-3 };
    // @ts-expect-error a misspelt key
    seen(() => estimateLesion(problem, { resolutions: 'fine' }));
    // @ts-expect-error it is not a size
    seen(() => parameterRange(problem, { size: 'depth' }));
    // @ts-expect-error a gauge is a number
    seen(() => cannula({ gauge: '22', tipLength: 5e-3 }));
    seen([misspelt, tissue, slab]);
  });

  test('nothing of a problem can be changed by mistake', () => {
    // @ts-expect-error it is read-only
    seen(() => (problem.tissue.density = 1));
    // @ts-expect-error it is read-only
    seen(() => (tissues.muscle = tissues.fat));
  });
});

describe('an answer', () => {
  test('has its sizes with bars, whose bar may be missing', () => {
    expectTypeOf<LesionEstimate>().toExtend<LesionSize<Measured>>();
    expectTypeOf<LesionEstimate['width']['numericalError']>().toEqualTypeOf<number | null>();
    expectTypeOf<Criterion['kind']>().toEqualTypeOf<
      'peak-temperature' | 'cem43' | 'arrhenius' | 'three-state'
    >();
  });
});
