import type { LesionRun } from './lesion-run.js';
import { type SetCurve, setTemperature } from './physics/set-curve.js';
import { carryOn, enterMedium } from './run-ahead.js';
import { buildHeldModel, makeTipReading } from './run-model.js';
import { makeDamageCount, makeOmegaReader, STEPS_PER_COUNT } from './run-damage.js';
import { type CheckedRun, type Progress, requireFeasible, type SimulateOptions } from './run-options.js';
import { planRun, stagesWithCoolDown } from './run-plan.js';
import {
  accumulatePeak,
  beginPeak,
  closeGroup,
  closeStage,
  finishRun,
  openState,
  requireFinite,
} from './run-state.js';

/** The time loop of a held tip: start reading here. */
export function* runHeld(
  run: CheckedRun,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, startTemperature, endTime } = checked;
  const stages = stagesWithCoolDown(checked);
  const plan = planRun(checked, resolution, snapshotTimes);
  const totalSteps = plan.reduce((sum, { count }) => sum + count, 0);

  const model = buildHeldModel(checked, resolution);
  const { inverseRootCapacity: s } = model;
  const T = new Float64Array(model.grid.size); // at the middle of the step, where properties change
  const readTip = makeTipReading(model, reference);
  requireFeasible(totalSteps, model.grid.size);
  const state = openState(run, model, totalSteps, false, resumeFrom);
  const { v, history } = state;
  const damage = makeDamageCount(run.rules, s, reference);
  const readOmega = makeOmegaReader(run, model.layout);
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / totalSteps, state });

  /** The set curve of a stage, whose times count from its start. */
  const curveOf = (k: number): SetCurve => {
    const { heating, start } = stages[k]!;
    const sampled = history.time.subarray(0, state.steps + 1).findIndex((t) => t >= start);
    const from = start === 0 ? startTemperature : history.sensorTemperature[sampled]!;
    return heating.kind === 'tip-temperature' ? { ...heating, from } : { from, target: from, ramp: 0 };
  };
  if (!resumeFrom && stages[0]!.heating.kind === 'tip-temperature') {
    state.tipPeakTemperature = setTemperature(curveOf(0), 0);
    history.sensorTemperature[0] = state.tipPeakTemperature;
    state.damage.tip?.temperature.fill(state.tipPeakTemperature);
  }

  const finish = (status: LesionRun['status'], isHeld: boolean): LesionRun => {
    const tip = history.sensorTemperature[state.steps]!;
    const counted = damage.settled(state, tip);
    const surface = isHeld ? tip : null;
    return finishRun(run, model, state, counted, status, { kind: 'completed' }, surface, () => model);
  };

  while (state.group < plan.length) {
    const { stage: k, needle, restart, start, end, dt, count } = plan[state.group]!;
    const stage = stages[k]!;
    const curve = curveOf(k);
    const surfaceAt = (time: number): number => setTemperature(curve, time - stage.start);
    const { step, changing, perfusion } = model.medium[needle];
    if (state.step === 0 && !restart) step.changeTimeStep(state, plan[state.group - 1]!.dt, dt);
    else step.setTimeStep(dt);
    if (state.step === 0 && restart) {
      if (needle === 'held' && k > 0 && start === stage.start) beginPeak(model, state, reference);
      step.restart(state, surfaceAt(state.time));
      damage.jump(state);
    }
    for (; state.step < count;) {
      const before = start + state.step * dt;
      const after = state.step === count - 1 ? end : before + dt;
      const energy = state.heat.delivered;
      const surface = surfaceAt(after);
      if (changing || perfusion.followsTemperature) {
        const middle = restart && state.step === 0 ? before : (before + after) / 2;
        carryOn(model, state, reference, middle, T);
      }
      if (!perfusion.isConstant && perfusion.update(T, readOmega(state))) step.assemblePerfusion();
      if (changing) enterMedium(model.medium[needle], state, T, dt, surfaceAt(before));
      step.advance(state, surfaceAt(before), surfaceAt(before + dt / 2), surface);
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
      if (signal?.aborted === true) return finish('stopped', needle === 'held');
    }
    closeGroup(run, model, state, end, needle === 'held' ? surfaceAt(end) : null);
    if (plan[state.group]?.stage !== k) closeStage(run, model, state, { kind: 'completed' });
    yield progress();
  }
  return finish('completed', plan.at(-1)!.needle === 'held');
}
