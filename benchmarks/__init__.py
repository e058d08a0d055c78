"""Adapters for outside benchmarks, the throughput, and the gate that no figure may fall below."""
