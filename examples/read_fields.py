"""Reads what `npx tsx examples/fields-for-python.ts` writes into out/ and measures the lesion with NumPy alone.

Prints the width of the 50 °C isotherm at the middle height of the tip and the volume above 50 °C beside the numbers of
lesion.json, with the enclosed volume of lesion.vtp where `vtk` is installed, and draws out/fields.png where `matplotlib` is.
"""

import json
from pathlib import Path

import numpy as np

OUT = Path(__file__).resolve().parent.parent / "out"
BORDER = 50.0  # [°C]


def width_at(r, z, temperature, height):
    """Width of the region above BORDER at a height, by interpolation between the cells' nodes [m]."""
    row = np.array([np.interp(height, z, column) for column in temperature.T])
    i = np.flatnonzero(row >= BORDER)[-1]
    part = (row[i] - BORDER) / (row[i] - row[i + 1])
    return 2 * (r[i] + part * (r[i + 1] - r[i]))


def volume_above(fields):
    """Sum of the volumes of all cells of tissue above BORDER [m³]."""
    rings = np.pi * np.diff(fields["r_edges"] ** 2)
    cells = np.outer(np.diff(fields["z_edges"]), rings)
    inside = (fields["peak_temperature"] >= BORDER) & (fields["is_tissue"] == 1)
    return cells[inside].sum()


def read_surface(path):
    """Volume that the surface encloses, the needle with it [m³]; None where vtk is not installed."""
    try:
        from vtkmodules.vtkFiltersCore import vtkMassProperties, vtkTriangleFilter
        from vtkmodules.vtkIOXML import vtkXMLPolyDataReader
    except ImportError:
        return None
    reader = vtkXMLPolyDataReader()
    reader.SetFileName(str(path))
    triangles = vtkTriangleFilter()
    triangles.SetInputConnection(reader.GetOutputPort())
    mass = vtkMassProperties()
    mass.SetInputConnection(triangles.GetOutputPort())
    return mass.GetVolume()


def draw(fields, path):
    """The highest temperatures with the border as a picture; False where matplotlib is not installed."""
    try:
        import matplotlib
    except ImportError:
        return False
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    r, z = 1e3 * fields["r"], 1e3 * fields["z"]
    shown = np.where(fields["is_tissue"] == 1, fields["peak_temperature"], np.nan)
    figure, axes = plt.subplots(figsize=(4.2, 5), layout="constrained")
    mesh = axes.pcolormesh(r, z, shown, cmap="inferno", shading="nearest")
    axes.contour(r, z, fields["peak_temperature"], levels=[BORDER], colors="white")
    axes.set(xlim=(0, 8), ylim=(-6, 12), aspect="equal", xlabel="r (mm)", ylabel="z (mm)")
    figure.colorbar(mesh, label="peak temperature (°C)")
    figure.savefig(path, dpi=150)
    return True


def main():
    fields = np.load(OUT / "fields.npz")
    answer = json.loads((OUT / "lesion.json").read_text(encoding="utf-8"))
    tip = answer["receipt"]["problem"]["electrode"]["tipLength"]
    temperature = fields["peak_temperature"]
    width = width_at(fields["r"], fields["z"], temperature, tip / 2)
    volume = volume_above(fields)
    size = answer["size"]
    print(f"width at mid-tip, NumPy:  {1e3 * width:.4f} mm")
    print(f"largest width, rf-lesion: {1e3 * size['width']['value']:.4f} mm")
    print(f"volume, NumPy:     {1e9 * volume:.2f} mm³")
    print(f"volume, rf-lesion: {1e9 * size['volume']['value']:.2f} mm³")
    enclosed = read_surface(OUT / "lesion.vtp")
    if enclosed is not None:
        print(f"enclosed by the surface, with the needle: {1e9 * enclosed:.2f} mm³")
    if draw(fields, OUT / "fields.png"):
        print("picture: out/fields.png")


if __name__ == "__main__":
    main()
