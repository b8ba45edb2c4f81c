"""The theory page and the documentation of every module: python docs/build.py FOLDER"""

import sys
import warnings
from pathlib import Path

import pdoc

import fixedpoint
from fixedpoint import claims

HERE = Path(__file__).parent
theory = (HERE / "theory.md").read_text(encoding="utf-8")
fixedpoint.__doc__ = f"{theory}\n{fixedpoint.__doc__}"
del fixedpoint.__all__  # its names are documented where they are defined
vars(claims).update({name: getattr(claims, name) for name in claims.__all__})  # loads them
warnings.simplefilter("error")
pdoc.render.configure(docformat="markdown", show_source=False, template_directory=HERE)
pdoc.pdoc("fixedpoint", "!fixedpoint.proofs", output_directory=Path(sys.argv[1]))
