"""Crank-Nicolson steps with a sparse direct factor, made once: what a scipy user would write, on the arrays of the task file.

Usage: splu.py <task file> <dt> <steps> <repeats> <final state file>; prints CPU time of one step in ms.
"""

import sys
import time

import numpy as np
from scipy.sparse import diags, identity
from scipy.sparse.linalg import splu

HEAD = 10  # numbers before the first array
task, dt, steps, repeats, out = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
data = np.fromfile(task)
nr, nz = int(data[0]), int(data[1])
reference, target = data[2], data[4]
n = nr * nz
s, along_r, along_z, loss_r, loss_z, wall_r, wall_z = data[HEAD : HEAD + 7 * n].reshape(7, n)

# C du/dt = -A u + f, the tip at its target; u is the temperature over the reference.
capacity = 1 / s**2
diagonal = along_r + along_z + loss_r + loss_z
diagonal[1:] += along_r[:-1]
diagonal[nr:] += along_z[:-nr]
matrix = diags(
    [diagonal, -along_r[:-1], -along_r[:-1], -along_z[:-nr], -along_z[:-nr]], [0, 1, -1, nr, -nr], format="csc"
)
source = (wall_r + wall_z) * (target - reference)
mass = diags(capacity / dt, format="csc")
solver = splu((mass + matrix / 2).tocsc())
explicit = (mass - matrix / 2).tocsr()


def run():
    # The jump at the beginning would ring for ever under Crank-Nicolson: four short implicit steps take it up.
    u = np.zeros(n)
    first = splu((diags(4 * capacity / dt, format="csc") + matrix).tocsc())
    for _ in range(4):
        u = first.solve(4 * capacity / dt * u + source)
    begin = time.process_time()
    for _ in range(steps):
        u = solver.solve(explicit @ u + source)
    return time.process_time() - begin, u


run()
took = [run() for _ in range(repeats)]
print(1e3 * sum(t for t, _ in took) / repeats / steps)
took[-1][1].tofile(out)
