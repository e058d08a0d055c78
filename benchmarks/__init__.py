"""Adapters for external benchmarks, speed measurements, and the quality gate with its bounds."""
