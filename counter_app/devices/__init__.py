"""Printers and scanners behind small interfaces, with simulators."""
