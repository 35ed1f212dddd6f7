import { concatenate, type FileArray, littleEndian } from './bytes.js';

/** A named array of a VTK file: so many numbers for each point or cell. */
export interface VtkArray {
  readonly name: string;
  readonly data: FileArray;
  /** Default 1. */
  readonly components?: number;
  /** How many points or cells, where the file does not say so elsewhere. */
  readonly tuples?: number;
}

/** What VTK calls the numbers of an array. */
function typeOf(data: FileArray): string {
  if (data instanceof Float64Array) return 'Float64';
  if (data instanceof Float32Array) return 'Float32';
  return data instanceof Uint8Array ? 'UInt8' : 'Int64';
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as the value of an attribute. */
export function attribute(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign]!);
}

/**
 * A VTK XML file whose numbers follow the text as they are.
 *
 * @param describe - Makes what is inside the dataset's element; it is handed what turns an array into its element.
 * @remarks VTK XML formats, appended raw data with 8-byte headers, https://docs.vtk.org/en/latest/vtk_file_formats/vtkxml_file_format.html
 */
export function vtkFile(
  dataset: 'RectilinearGrid' | 'PolyData',
  describe: (element: (array: VtkArray) => string) => string,
): Uint8Array {
  const blocks: Uint8Array[] = [];
  let offset = 0;
  const inside = describe(({ name, data, components = 1, tuples }) => {
    const bytes = littleEndian(data);
    const header = littleEndian(BigInt64Array.of(BigInt(bytes.length)));
    const size = tuples === undefined ? '' : ` NumberOfTuples="${tuples}"`;
    const element = `<DataArray type="${typeOf(data)}" Name="${attribute(name)}" NumberOfComponents="${components}"${size} format="appended" offset="${offset}"/>`;
    blocks.push(header, bytes);
    offset += header.length + bytes.length;
    return element;
  });
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<VTKFile type="${dataset}" version="1.0" byte_order="LittleEndian" header_type="UInt64">
${inside}
<AppendedData encoding="raw">
_`;
  const text = new TextEncoder();
  return concatenate([text.encode(head), ...blocks, text.encode('\n</AppendedData>\n</VTKFile>\n')]);
}
