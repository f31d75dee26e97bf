"""Comparison -> what people and programs read. Knows no statistics: the view decides, the renderers lay out."""
