import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { ContactWeights } from '../metrics/surface-field.js';
import { type FaceGeometry, faceGeometry } from '../numerics/face-conductance.js';
import { makeConjugateGradients } from '../numerics/pcg.js';
import type { CheckedProblem } from '../problem/checked.js';
import { fitEdges, openMedium, tipCellsOf } from './field-boundaries.js';

/** The field of 1 V on the bare tip. */
interface UnitField {
  /** Current at 1 V [S]: one over the impedance. */
  readonly conductance: number;
  /** Joule heat of 1 V that is left beyond the domain [W]. */
  readonly beyond: number;
  /** Iterations that the solve took. */
  readonly iterations: number;
}

/** The electric field about a needle, solved for 1 V again and again as conductivity changes. */
export interface ElectricField {
  /**
   * ∇·(σ ∇V) = 0 with V = 1 on the bare tip.
   *
   * @param sigma - Shape [nz·nr], 0 where no current flows [S/m].
   * @param phi - A first guess; overwritten with the potential [V].
   * @param heat - Overwritten with the Joule heat of each cell, shape [nz·nr] [W].
   */
  solve(sigma: Float64Array, phi: Float64Array, heat: Float64Array, tolerance: number): UnitField;
}

/**
 * Makes the solver of the field about the bare tip; the shaft and its sleeve carry no current.
 *
 * ```text
 * ∇·(σ ∇V) = 0,   Q = σ |∇V|²,   Σ Q = V I
 * ```
 *
 * @param contact - How the tip's surface shares heat between needle and tissue.
 * @param adapt - What media that share cells do to the faces.
 */
export function makeElectricField(
  grid: AxisymmetricGrid,
  boundary: CheckedProblem['electricalBoundary'],
  contact: ContactWeights,
  adapt: (geometry: FaceGeometry) => FaceGeometry = (geometry) => geometry,
): ElectricField {
  const { nr, nz, size, isTissue, z, tipLength } = grid;
  const geometry = adapt(fitEdges(grid, faceGeometry(grid)));
  for (let j = 0; j < nz; j++) {
    if (z[j]! > tipLength) geometry.wallR.fill(Infinity, j * nr, (j + 1) * nr);
  }
  // Above the needle's own end there is only the sleeve's lower face, which carries no current.
  geometry.wallZ.forEach((_, c) => {
    if (grid.endHeight[c % nr] === Infinity) geometry.wallZ[c] = Infinity;
  });
  const beyond =
    boundary === 'far-field' ? openMedium(grid) : { r: new Float64Array(size), z: new Float64Array(size) };
  const [rHere, rNext] = geometry.alongR;
  const [zHere, zNext] = geometry.alongZ;
  const alongR = new Float64Array(size);
  const alongZ = new Float64Array(size);
  const wall = geometry.wallR.map((R, c) => 1 / R + 1 / geometry.wallZ[c]!); // times σ: conductance to the tip
  const outer = geometry.outerR.map(
    (R, c) => 1 / (R + beyond.r[c]!) + 1 / (geometry.outerZ[c]! + beyond.z[c]!),
  );
  /** Part of an outer face's heat that stays in its cell. */
  const inside = geometry.outerR.map((R, c) => {
    const [a, b] = [1 / (R + beyond.r[c]!), 1 / (geometry.outerZ[c]! + beyond.z[c]!)];
    const kept =
      (R < Infinity ? a * a * R : 0) + (geometry.outerZ[c]! < Infinity ? b * b * geometry.outerZ[c]! : 0);
    return a + b > 0 ? kept / (a + b) : 0;
  });
  const { cells: tipCells, toSide, toEnd } = tipCellsOf(grid, geometry, contact);
  const toBoundaries = wall.map((G, c) => G + outer[c]!);
  const diagonal = new Float64Array(size);
  const drive = new Float64Array(size);
  const resistivity = new Float64Array(size + nr).fill(1); // padded by one row
  const gradients = makeConjugateGradients({ nr, diagonal, alongR, alongZ });

  function assemble(sigma: Float64Array): void {
    for (let c = 0; c < size; c++) resistivity[c] = 1 / sigma[c]!;
    for (let c = 0; c < size; c++) {
      const rho = resistivity[c]!;
      const Gr = 1 / (rHere[c]! * rho + rNext[c]! * resistivity[c + 1]!);
      const Gz = 1 / (zHere[c]! * rho + zNext[c]! * resistivity[c + nr]!);
      alongR[c] = Gr;
      alongZ[c] = Gz;
      const s = sigma[c]!;
      drive[c] = wall[c]! * s;
      let G = Gr + Gz;
      if (c > 0) G += alongR[c - 1]!;
      if (c >= nr) G += alongZ[c - nr]!;
      diagonal[c] = s > 0 ? G + toBoundaries[c]! * s : 1;
    }
  }

  return {
    solve(sigma, phi, heat, tolerance): UnitField {
      assemble(sigma);
      gradients.factor();
      const iterations = gradients.solve(drive, phi, tolerance);
      let conductance = 0;
      let lost = 0;
      heat.fill(0);
      for (let c = 0; c < size; c++) {
        if (isTissue[c] === 0) continue;
        const V = phi[c]!;
        const rho = resistivity[c]!;
        const outward = outer[c]! * sigma[c]! * V * V;
        let Q = inside[c]! * outward;
        lost += (1 - inside[c]!) * outward;
        // Each half-cell of a face takes the heat of its own resistance.
        const Gr = alongR[c]!;
        if (Gr > 0) {
          const I = Gr * (V - phi[c + 1]!);
          Q += I * I * rHere[c]! * rho;
          heat[c + 1] = heat[c + 1]! + I * I * rNext[c]! * resistivity[c + 1]!;
        }
        const Gz = alongZ[c]!;
        if (Gz > 0) {
          const I = Gz * (V - phi[c + nr]!);
          Q += I * I * zHere[c]! * rho;
          heat[c + nr] = heat[c + nr]! + I * I * zNext[c]! * resistivity[c + nr]!;
        }
        heat[c] = heat[c]! + Q;
      }
      for (let k = 0; k < tipCells.length; k++) {
        const c = tipCells[k]!;
        const drop = 1 - phi[c]!;
        const current = drive[c]! * drop;
        conductance += current;
        const Q = current * drop;
        heat[c] = heat[c]! + Q * (1 - toSide[k]! - toEnd[k]!);
        if (toSide[k]! > 0) heat[c - 1] = heat[c - 1]! + Q * toSide[k]!;
        if (toEnd[k]! > 0) heat[c + nr] = heat[c + nr]! + Q * toEnd[k]!;
      }
      return { conductance, beyond: lost, iterations };
    },
  };
}
