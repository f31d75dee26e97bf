"""Weights and presence fitted on coded passages: a weight is an estimate with a source, not an opinion."""
