"""Draw regions on a diagram or a still in JupyterLab, and read them back from the file beside the notebook."""

from return_to_dust.drawing.boxes import read_drawing, read_regions
from return_to_dust.drawing.format import Drawing
from return_to_dust.drawing.widget import RegionDrawing, draw_regions

__all__ = ["Drawing", "RegionDrawing", "draw_regions", "read_drawing", "read_regions"]
