package dev.quire.bench.load;

import java.util.List;

/// What one part of the load came to.
///
/// @param what was done
/// @param figures what was measured, a line of the table each
/// @param wrong a sentence for everything that is not as it must be
record Finding(String what, List<String> figures, List<String> wrong) {}
