package dev.quire.engine.numfmt;

import java.util.ArrayList;
import java.util.List;

/// The condition of each section: its own, or what its place says. Without brackets the sections
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
