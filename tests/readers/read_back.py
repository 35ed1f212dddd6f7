"""Reads a file with the reader that its users have, and prints what it holds as JSON."""

import csv
import json
import sys

kind, path = sys.argv[1:]


def npz():
    import numpy as np

    with np.load(path) as arrays:
        return {
            key: {"dtype": str(arrays[key].dtype), "values": arrays[key].tolist()}
            for key in arrays
        }


def table():
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def vtr():
    from vtkmodules.util.numpy_support import vtk_to_numpy
    from vtkmodules.vtkIOXML import vtkXMLRectilinearGridReader

    reader = vtkXMLRectilinearGridReader()
    reader.SetFileName(path)
    reader.Update()
    grid = reader.GetOutput()
    cells = grid.GetCellData()
    bounds = [0.0] * 6
    centres = []
    for c in range(grid.GetNumberOfCells()):
        grid.GetCellBounds(c, bounds)
        centres.append([(bounds[0] + bounds[1]) / 2, (bounds[4] + bounds[5]) / 2])
    names = [cells.GetArrayName(k) for k in range(cells.GetNumberOfArrays())]
    return {
        "dimensions": grid.GetDimensions(),
        "bounds": grid.GetBounds(),
        "time": grid.GetFieldData().GetArray("TimeValue").GetValue(0),
        "centres": centres,
        "arrays": {name: vtk_to_numpy(cells.GetArray(name)).tolist() for name in names},
    }


def vtp():
    from vtkmodules.vtkFiltersCore import vtkFeatureEdges, vtkMassProperties
    from vtkmodules.vtkFiltersCore import vtkPolyDataNormals, vtkTriangleFilter
    from vtkmodules.vtkIOXML import vtkXMLPolyDataReader

    reader = vtkXMLPolyDataReader()
    reader.SetFileName(path)
    reader.Update()
    triangles = vtkTriangleFilter()
    triangles.SetInputConnection(reader.GetOutputPort())
    mass = vtkMassProperties()
    mass.SetInputConnection(triangles.GetOutputPort())
    mass.Update()
    edges = vtkFeatureEdges()
    edges.SetInputConnection(reader.GetOutputPort())
    edges.FeatureEdgesOff()
    edges.Update()
    given, outwards = vtkPolyDataNormals(), vtkPolyDataNormals()
    outwards.ConsistencyOn()
    outwards.AutoOrientNormalsOn()
    given.ConsistencyOff()
    turned = []
    for normals in (given, outwards):
        normals.SetInputConnection(triangles.GetOutputPort())
        normals.SplittingOff()
        normals.ComputePointNormalsOff()
        normals.ComputeCellNormalsOn()
        normals.Update()
        turned.append(normals.GetOutput().GetCellData().GetNormals())
    agree = [
        sum(a * b for a, b in zip(turned[0].GetTuple(c), turned[1].GetTuple(c)))
        for c in range(turned[0].GetNumberOfTuples())
    ]
    return {
        "volume": mass.GetVolume(),
        "open": edges.GetOutput().GetNumberOfCells(),
        "bounds": reader.GetOutput().GetBounds(),
        "outwards": min(agree),
    }


def nii():
    import nibabel
    import numpy as np

    image = nibabel.load(path)
    values = np.asarray(image.dataobj)
    voxels = np.argwhere(np.ones(image.shape, dtype=bool))
    return {
        "shape": image.shape,
        "dtype": str(image.get_data_dtype()),
        "orientation": nibabel.aff2axcodes(image.affine),
        "units": image.header.get_xyzt_units(),
        "positions": nibabel.affines.apply_affine(image.affine, voxels).tolist(),
        "values": [None if np.isnan(v) else float(v) for v in values[tuple(voxels.T)]],
    }


read = {"csv": table, "npz": npz, "vtr": vtr, "vtp": vtp, "nii": nii}
json.dump(read[kind](), sys.stdout)
