import type { LesionRun } from './lesion-run.js';
import { SAME_TIME } from './numerics/step-plan.js';
import { makeOmegaReader, STEPS_PER_COUNT } from './run-damage.js';
import type { Scratch } from './run-drive.js';
import { beginStage, drivenHeating, lookBeforeHeat, openStage, type StageTools } from './run-driven-stage.js';
import { buildDrivenModels, type DrivenModel } from './run-model.js';
import { type CheckedRun, type Progress, requireFeasible, type SimulateOptions } from './run-options.js';
import { planTicks } from './run-clock.js';
import { stagesWithCoolDown } from './run-plan.js';
import { followPulses, pulseFor, pulseTimes } from './run-pulse.js';
import { outcomeOf, stretchesOf } from './run-stage.js';
import { runTick } from './run-tick.js';
import { beginPeak, closeGroup, closeStage, finishRun, openState, requireFinite } from './run-state.js';

/** The time loop of a run with RF current: start reading here. */
export function* runDriven(
  run: CheckedRun,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, startTemperature, endTime } = checked;
  const stages = stagesWithCoolDown(checked);
  const models = buildDrivenModels(checked, resolution);
  const modelOf = (stage: number): DrivenModel => models[Math.min(stage, models.length - 1)]!;
  const { grid } = modelOf(0);
  const scratch: Scratch = {
    T: new Float64Array(grid.size).fill(startTemperature),
    sigma: new Float64Array(grid.size),
    heat: new Float64Array(grid.size),
  };
  const beforeHeat = lookBeforeHeat(run, models, scratch);
  const stretches = stretchesOf(stages);
  const pulsesAt = stages.flatMap(pulseTimes);
  const plan = planTicks(checked, resolution, beforeHeat.clocks, [...snapshotTimes, ...pulsesAt]);
  const samples = plan.reduce((sum, { count }) => sum + count, 0);
  requireFeasible(
    plan.reduce((sum, { count, stepsPerTick }) => sum + count * stepsPerTick, 0),
    grid.size,
  );
  const state = openState(run, modelOf(0), samples, true, resumeFrom);
  const cold = beforeHeat.fields.get(modelOf(0))!;
  state.driven ??= structuredClone(cold);
  const driven = state.driven;
  const { v, history } = state;
  history.impedance![0] = cold.impedance;
  const readOmega = makeOmegaReader(run, modelOf(0).layout);
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / samples, state });
  const finish = ({ stage, model, damage }: StageTools, status: LesionRun['status']): LesionRun => {
    const outcome = outcomeOf(stages[stage]!.heating, stages[stage]!, state);
    return finishRun(run, model, state, damage.settled(state), status, outcome, null, modelOf);
  };
  let tools: StageTools | null = null;

  while (state.group < plan.length) {
    const { stage: k, isDriven, restart, start, end, count, stepsPerTick } = plan[state.group]!;
    const stage = stages[k]!;
    if (driven.stage < k) {
      beginStage(k, stage, modelOf(k), modelOf(Math.max(k - 1, 0)), beforeHeat, state, run);
    }
    if (tools?.stage !== k) tools = openStage(k, stage, modelOf(k), run);
    const { model, medium, damage } = tools;
    const { step } = medium;
    const heating = drivenHeating(stage.heating);
    const length = (end - start) / count;
    const dt = length / stepsPerTick;
    const before = plan[state.group - 1];
    if (state.step === 0 && !restart && before) {
      step.changeTimeStep(state, (before.end - before.start) / before.count / before.stepsPerTick, dt);
    } else step.setTimeStep(dt);
    if (state.step === 0 && restart) {
      step.restart(state, reference);
      damage.jump(state);
    }

    for (; state.step < count;) {
      const after = state.step === count - 1 ? end : start + (state.step + 1) * length;
      // Properties are those at the middle of the tick; after a jump, those before it.
      const middle = restart && state.step === 0 ? state.time : (state.time + after) / 2;
      if (isDriven && state.time >= (stretches[state.earlierPeaks.length] ?? Infinity))
        beginPeak(model, state, reference);
      const tick = { isDriven, middle, after, length, dt, stepsPerTick };
      const given = runTick(run, tools, stage, state, scratch, tick, readOmega(state));
      requireFinite(state, after);
      state.step += 1;
      state.steps += 1;
      state.time = after;
      if (isDriven || state.step % STEPS_PER_COUNT === 0 || state.step === count) damage.count(state);
      driven.energy += given.power * length;
      history.time[state.steps] = after;
      history.sensorTemperature[state.steps] = tools.read(v);
      history.voltage![state.steps] = Math.sqrt(given.squaredVoltage);
      history.impedance![state.steps] = driven.impedance;
      history.power[state.steps] = given.power;
      history.energy[state.steps] = driven.energy;
      if (heating?.kind === 'pulsed') {
        history.voltage![state.steps] = pulseFor(heating, given.squaredVoltage).voltage;
        if (pulsesAt.some((time) => Math.abs(time - after) < SAME_TIME)) {
          state.pulses.push(followPulses(heating, model, state, scratch.heat, given, dt, checked));
        }
      }
      if (state.step < count) yield progress();
      if (signal?.aborted === true) return finish(tools, 'stopped');
    }
    closeGroup(run, model, state, end, null);
    if (plan[state.group]?.stage !== k) closeStage(run, model, state, outcomeOf(stage.heating, stage, state));
    yield progress();
  }
  const last = stages.length - 1;
  return finish(tools ?? openStage(last, stages[last]!, modelOf(last), run), 'completed');
}
