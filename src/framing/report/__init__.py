"""Comparison -> what people and programs read. Computes no statistic; the view decides order and rounding once."""
