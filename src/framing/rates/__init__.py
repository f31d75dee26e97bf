"""From hits to what a source's profile says: rates, intervals, pairs, ranks."""
