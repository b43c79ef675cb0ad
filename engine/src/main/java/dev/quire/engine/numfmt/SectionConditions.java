package dev.quire.engine.numfmt;

import java.util.ArrayList;
import java.util.List;

/// When each section applies and whether it marks negative numbers. Without brackets the sections
/// are for positive numbers (with zero, if there are only two), negative ones, and the rest.
final class SectionConditions {
  private SectionConditions() {}

  static List<Condition> of(List<SectionCode> sections) {
    var conditions = new ArrayList<Condition>();
    for (int i = 0; i < sections.size(); i++) {
      var section = sections.get(i);
      conditions.add(section.isConditional() ? section.condition() : byPlace(sections, i));
    }
    return conditions;
  }

  /// Whether a section puts a minus sign before a negative number (observed): one that only
  /// negative numbers meet leaves that to its code. So does the remainder after a single condition,
  /// unless that condition asks for one number, or for large positive ones.
  static boolean marksNegative(List<SectionCode> sections, int index, Condition condition) {
    boolean isRemainder = index == 1 && sections.size() <= 2;
    if (isRemainder && condition == Condition.ANY && sections.getFirst().isConditional()) {
      return sections.getFirst().condition().leavesNegativesToMark();
    }
    return !condition.isNegativeOnly();
  }

  private static Condition byPlace(List<SectionCode> sections, int index) {
    int count = sections.size();
    if (index == count - 1 && (index != 1 || sections.getFirst().isConditional())) {
      return Condition.ANY;
    }
    if (index == 1) {
      return Condition.NEGATIVE;
    }
    boolean firstTakesZero = count == 2 && !sections.get(1).isConditional();
    return firstTakesZero ? Condition.NOT_NEGATIVE : Condition.POSITIVE;
  }
}
