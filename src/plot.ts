/**
 * Pictures of estimates as SVG text, without a DOM.
 *
 * @module plot
 */
export { type ComparedLesion, type ComparisonPlotOptions, drawComparison } from './plot/draw-comparison.js';
export { drawGenerator, type GeneratorCurve, type GeneratorPlotOptions } from './plot/draw-generator.js';
export { drawGrowth } from './plot/draw-growth.js';
export { drawLesion, type LesionPlotOptions } from './plot/draw-lesion.js';
export { drawLesionChart, type LesionPoint } from './plot/draw-lesion-chart.js';
export { nameStage } from './plot/stage-bands.js';
export type { ColourMap } from './plot/colours.js';
export type { ShownField } from './plot/field.js';
export type { PlotOptions, PlotSize } from './plot/picture.js';
