import { simulateSteps, cannula, tissues } from './src/index.js';
const boil = { electrode: cannula({ gauge: 22, tipLength: 5e-3 }), tissue: { ...tissues.muscle, waterContent: 750 }, heating: { kind: 'power', power: 8, duration: 60 } } as any;
const g = simulateSteps(boil, { resolution: 'standard' });
for (let n = 0; n < 30; n++) {
  const r = g.next(); if (r.done) break;
  const { state } = r.value; const d = state.driven!;
  let mx = -1, at = 0; state.peakTemperature.forEach((x, c) => { if (x > mx) { mx = x; at = c; } });
  console.log(r.value.time.toFixed(3), 'Tmax', mx.toFixed(2), 'Z', d.impedance.toFixed(2), 'it', d.iterations, 'V', state.history.voltage![state.steps]!.toFixed(2), 'sensor', state.history.sensorTemperature[state.steps]!.toFixed(2), JSON.stringify(d.limit));
}
