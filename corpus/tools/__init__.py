"""Checks, figures and agreement of the marked reports in this folder. Needs PyYAML, nothing else."""
