package dev.quire.session;

import dev.quire.workbook.Workbook;
import java.util.List;

/// What came of a write.
///
/// @param before the workbook that the edit was applied to
/// @param workbook the workbook after it
/// @param notices things worth saying to whoever wrote, as sentences
public record Written(Workbook before, Workbook workbook, List<String> notices) {}
