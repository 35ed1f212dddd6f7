import type { LesionRun } from './lesion-run.js';
import { setTemperature } from './physics/set-curve.js';
import type { CheckedHeating } from './problem/checked.js';
import { carryOn, enterMedium } from './run-ahead.js';
import { buildHeldModel, makeTipReading } from './run-model.js';
import { makeDamageCount, STEPS_PER_COUNT } from './run-damage.js';
import { type CheckedRun, type Progress, requireFeasible, type SimulateOptions } from './run-options.js';
import { planRun } from './run-plan.js';
import { accumulatePeak, closeGroup, finishRun, openState, requireFinite } from './run-state.js';

type HeldHeating = Extract<CheckedHeating, { readonly kind: 'tip-temperature' }>;

/** The time loop of a held tip: start reading here. */
export function* runHeld(
  run: CheckedRun,
  heating: HeldHeating,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, startTemperature, coolDown } = checked;
  const endTime = heating.duration + coolDown;
  const curve = { from: startTemperature, target: heating.target, ramp: heating.ramp };
  const plan = planRun(checked, heating, resolution, snapshotTimes);
  const totalSteps = plan.reduce((sum, { count }) => sum + count, 0);

  const model = buildHeldModel(checked, resolution);
  const { inverseRootCapacity: s } = model;
  const T = new Float64Array(model.grid.size); // at the middle of the step, where properties change
  const readTip = makeTipReading(model, reference);
  requireFeasible(totalSteps, model.grid.size);
  const state = openState(run, model, totalSteps, false, resumeFrom);
  if (!resumeFrom) {
    state.tipPeakTemperature = setTemperature(curve, 0);
    state.history.sensorTemperature[0] = state.tipPeakTemperature;
    state.damage.tip?.temperature.fill(state.tipPeakTemperature);
  }
  const { v, history } = state;
  const damage = makeDamageCount(run.rules, s, reference);
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / totalSteps, state });

  while (state.group < plan.length) {
    const { needle, restart, start, end, dt, count } = plan[state.group]!;
    const { step, changing } = model.medium[needle];
    if (state.step === 0 && !restart) step.changeTimeStep(state, plan[state.group - 1]!.dt, dt);
    else step.setTimeStep(dt);
    if (state.step === 0 && restart) {
      step.restart(state, setTemperature(curve, state.time));
      damage.jump(state);
    }
    for (; state.step < count;) {
      const before = start + state.step * dt;
      const after = state.step === count - 1 ? end : before + dt;
      const energy = state.heat.delivered;
      const surface = setTemperature(curve, after);
      if (changing) {
        const middle = restart && state.step === 0 ? before : (before + after) / 2;
        carryOn(model, state, reference, middle, T);
        enterMedium(model.medium[needle], state, T, dt, setTemperature(curve, before));
      }
      step.advance(state, setTemperature(curve, before), setTemperature(curve, before + dt / 2), surface);
      changing?.leave(v);
      requireFinite(state, after);
      accumulatePeak(v, s, reference, state.peakTemperature);
      state.step += 1;
      state.steps += 1;
      state.time = after;
      if (needle === 'held') {
        state.tipPeakTemperature = Math.max(state.tipPeakTemperature ?? surface, surface);
      }
      history.time[state.steps] = after;
      const tip = needle === 'held' ? surface : readTip(v);
      history.sensorTemperature[state.steps] = tip;
      history.power[state.steps] = (state.heat.delivered - energy) / dt;
      history.energy[state.steps] = state.heat.delivered;
      if (state.step % STEPS_PER_COUNT === 0 || state.step === count) damage.count(state, tip);
      if (state.step < count) yield progress();
      if (signal?.aborted === true)
        return finishRun(run, model, state, damage.settled(state, tip), 'stopped');
    }
    closeGroup(run, model, state, end, needle === 'held' ? setTemperature(curve, end) : null);
    yield progress();
  }
  return finishRun(run, model, state, state.damage, 'completed');
}
