/*
 * The conduction task of bench/compare/conduction.ts in C: the same arrays, the same steps, the same damage.
 * Usage: twin <task file> <repeats> <final state file>; prints CPU time of one task in ms.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HEAD = 10, GROUP = 5, RULES = 2, STEPS_PER_COUNT = 4 };

/* Doubles of the task file, in the order in which they are read. */
static double *file;
static double *next(long count) {
  double *from = file;
  file += count;
  return from;
}

typedef struct {
  double *alongR, *alongZ, *lossR, *lossZ, *wallR, *wallZ;
} Medium;

static int nr, nz, n, half, tableCount;
static double tableFrom, perUnit, reference, fromT, target, ramp;
static double *s, *table[RULES], *groups;
static int groupCount;
static Medium medium;
static double *v, *g, *bR, *bZ, *peak, *offR, *offZ, *diagR, *diagZ, *lowerR, *lowerZ, *pivotR, *pivotZ;
static double *before, *after, *rate, *temperature, *sum[RULES];
static double tau, rateTime;

static double *room(long count) { return calloc(count, sizeof(double)); }

static void assemble(double *off, double *diag, const double *along, const double *loss, int stride) {
  for (int c = 0; c < n; c++) {
    double back = c >= stride ? along[c - stride] : 0;
    off[c] = c + stride < n ? along[c] * s[c] * s[c + stride] : 0;
    diag[c] = (along[c] + back + loss[c]) * s[c] * s[c];
  }
}

static void factor(const double *off, const double *diag, double *lower, double *pivot, int stride) {
  for (int c = 0; c < stride; c++) pivot[c] = 1 / (1 + tau * diag[c]);
  for (int c = stride; c < n; c++) {
    double link = tau * off[c - stride], l = link * pivot[c - stride];
    lower[c] = l;
    pivot[c] = 1 / (1 + tau * diag[c] - link * l);
  }
}

static void restart(void) {
  for (int c = 0; c < n; c++) {
    double flow = diagR[c] * v[c];
    if (c > 0) flow -= offR[c - 1] * v[c - 1];
    if (c < n - 1) flow -= offR[c] * v[c + 1];
    g[c] = v[c] - tau * flow + bR[c];
  }
}

static void sweepZ(void) {
  for (int c = 0; c < nr; c++) v[c] = g[c] + bZ[c];
  for (int c = nr; c < n; c++) v[c] = g[c] + bZ[c] + lowerZ[c] * v[c - nr];
  for (int c = n - 1; c >= n - nr; c--) {
    v[c] *= pivotZ[c];
    g[c] = 2 * v[c] - g[c];
  }
  for (int c = n - nr - 1; c >= 0; c--) {
    double x = v[c] * pivotZ[c] + lowerZ[c + nr] * v[c + nr];
    v[c] = x;
    g[c] = 2 * x - g[c];
  }
}

static void sweepR(void) {
  double x = 0, y = 0;
  for (int c = 0; c < half; c++) {
    int d = c + half;
    x = g[c] + bR[c] + lowerR[c] * x;
    v[c] = x;
    y = g[d] + bR[d] + lowerR[d] * y;
    v[d] = y;
  }
  for (int d = 2 * half; d < n; d++) {
    y = g[d] + bR[d] + lowerR[d] * y;
    v[d] = y;
  }
  y = 0;
  for (int d = n - 1; d >= 2 * half; d--) {
    y = v[d] * pivotR[d] + lowerR[d + 1] * y;
    v[d] = y;
    g[d] = 2 * y - g[d];
  }
  x = 0;
  for (int c = half - 1; c >= 0; c--) {
    int d = c + half;
    x = v[c] * pivotR[c] + lowerR[c + 1] * x;
    v[c] = x;
    g[c] = 2 * x - g[c];
    y = v[d] * pivotR[d] + lowerR[d + 1] * y;
    v[d] = y;
    g[d] = 2 * y - g[d];
  }
}

static void setWall(double *b, const double *wall, double surface) {
  double rise = surface - reference;
  for (int c = 0; c < n; c++) b[c] = wall[c] > 0 ? tau * s[c] * wall[c] * rise : 0;
}

/* Heat from the tip's surface now [W]. */
static double inflow(const double *wall, double surface) {
  double heat = 0, rise = surface - reference;
  for (int c = 0; c < n; c++)
    if (wall[c] > 0) heat += wall[c] * (rise - v[c] * s[c]);
  return heat;
}

static double surfaceAt(double time) {
  return ramp > 0 && time < ramp ? fromT + (target - fromT) * (time / ramp) : target;
}

/* As accumulateRate in src/numerics/rate-table.ts, inside the table. */
static void accumulate(const double *c, double dt, double *total) {
  double weight = dt * perUnit;
  for (int m = 0; m < n; m++) {
    double y0 = (before[m] - tableFrom) * perUnit, y1 = (after[m] - tableFrom) * perUnit;
    if (!(y0 >= 0 && y0 < tableCount && y1 >= 0 && y1 < tableCount)) exit(2);
    int n1 = (int)y1, k1 = 4 * n1;
    double f1 = y1 - n1, change = y1 - y0;
    if (change < 1.0 / 64 && change > -1.0 / 64) {
      double f = f1 - change / 2;
      total[m] += weight * (c[k1 + 1] + f * (2 * c[k1 + 2] + 3 * f * c[k1 + 3]));
      continue;
    }
    int n0 = (int)y0, k0 = 4 * n0;
    double f0 = y0 - n0;
    double K0 = c[k0] + f0 * (c[k0 + 1] + f0 * (c[k0 + 2] + f0 * c[k0 + 3]));
    double K1 = c[k1] + f1 * (c[k1 + 1] + f1 * (c[k1 + 2] + f1 * c[k1 + 3]));
    total[m] += weight * (K1 - K0) / change;
  }
}

static void count(double dt) {
  double part = rateTime > 0 ? dt * dt / 12 / ((dt + rateTime) / 2) : 0;
  for (int c = 0; c < n; c++) {
    double was = temperature[c], is = v[c] * s[c] + reference, change = (is - was) / dt;
    double above = part * (rate[c] - change);
    before[c] = was + above;
    after[c] = is + above;
    rate[c] = change;
    temperature[c] = is;
  }
  rateTime = dt;
  for (int k = 0; k < RULES; k++) accumulate(table[k], dt, sum[k]);
}

/* One task; returns the heat delivered [J], so that it is not left out. */
static double run(void) {
  double delivered = 0, counted = 0, time = 0, lastDt = 1;
  memset(v, 0, n * sizeof(double));
  memset(g, 0, n * sizeof(double));
  for (int c = 0; c < n; c++) peak[c] = temperature[c] = reference;
  for (int k = 0; k < RULES; k++) memset(sum[k], 0, n * sizeof(double));
  rateTime = 0;
  for (int k = 0; k < groupCount; k++) {
    const double *group = groups + GROUP * k;
    int isFresh = group[0] > 0, steps = (int)group[4];
    double start = group[1], end = group[2], dt = group[3];
    const Medium *m = &medium;
    if (!isFresh) {
      double ratio = dt / lastDt;
      for (int c = 0; c < n; c++) g[c] = v[c] + ratio * (g[c] - v[c]);
    } else {
      assemble(offR, diagR, m->alongR, m->lossR, 1);
      assemble(offZ, diagZ, m->alongZ, m->lossZ, nr);
    }
    tau = dt / 2;
    lastDt = dt;
    factor(offR, diagR, lowerR, pivotR, 1);
    factor(offZ, diagZ, lowerZ, pivotZ, nr);
    setWall(bR, m->wallR, surfaceAt(start));
    if (isFresh) {
      restart();
      rateTime = 0;
    }
    for (int step = 0; step < steps; step++) {
      double from = start + step * dt, to = step == steps - 1 ? end : from + dt;
      double heat = inflow(m->wallR, surfaceAt(from)) / 2, between = surfaceAt(from + dt / 2);
      setWall(bZ, m->wallZ, between);
      sweepZ();
      heat += inflow(m->wallZ, between);
      setWall(bR, m->wallR, surfaceAt(to));
      sweepR();
      heat += inflow(m->wallR, surfaceAt(to)) / 2;
      delivered += dt * heat;
      for (int c = 0; c < n; c++) {
        double T = v[c] * s[c] + reference;
        if (T > peak[c]) peak[c] = T;
      }
      time = to;
      if ((step + 1) % STEPS_PER_COUNT == 0 || step + 1 == steps) {
        count(time - counted);
        counted = time;
      }
    }
  }
  return delivered;
}

int main(int argc, char **argv) {
  if (argc != 4) return 1;
  FILE *in = fopen(argv[1], "rb");
  if (!in) return 1;
  fseek(in, 0, SEEK_END);
  long size = ftell(in);
  rewind(in);
  file = malloc(size);
  if (fread(file, 1, size, in) != (size_t)size) return 1;
  fclose(in);
  double *head = next(HEAD);
  nr = (int)head[0], nz = (int)head[1], n = nr * nz, half = nr * (nz / 2);
  reference = head[2], fromT = head[3], target = head[4], ramp = head[5];
  groupCount = (int)head[6], tableFrom = head[7], perUnit = head[8], tableCount = (int)head[9];
  s = next(n);
  double **arrays[] = {&medium.alongR, &medium.alongZ, &medium.lossR, &medium.lossZ, &medium.wallR, &medium.wallZ};
  for (unsigned a = 0; a < sizeof arrays / sizeof *arrays; a++) *arrays[a] = next(n);
  for (int k = 0; k < RULES; k++) table[k] = next(4L * tableCount), sum[k] = room(n);
  groups = next((long)GROUP * groupCount);
  double **rooms[] = {&v,     &g,     &bR,     &bZ,     &peak,   &offR,   &offZ, &diagR, &diagZ,
                      &pivotR, &pivotZ, &before, &after, &rate, &temperature};
  for (unsigned k = 0; k < sizeof rooms / sizeof *rooms; k++) *rooms[k] = room(n);
  lowerR = room(n + 1), lowerZ = room(n + nr);
  int repeats = atoi(argv[2]);
  run();
  clock_t begin = clock();
  double heat = 0;
  for (int k = 0; k < repeats; k++) heat += run();
  printf("%.6f %.12g\n", 1e3 * (clock() - begin) / CLOCKS_PER_SEC / repeats, heat / repeats);
  FILE *out = fopen(argv[3], "wb");
  if (!out) return 1;
  fwrite(v, sizeof(double), n, out);
  for (int k = 0; k < RULES; k++) fwrite(sum[k], sizeof(double), n, out);
  fclose(out);
  return 0;
}
