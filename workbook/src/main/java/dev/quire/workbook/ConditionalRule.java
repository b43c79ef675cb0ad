package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A rule of conditional formatting, as far as sorting and filtering look at it: what icons it puts
/// into cells, and whether it may colour them.
///
/// @param areas the cells that it is about
/// @param priority the least goes first
/// @param stops whether rules of lower priority do not count where it holds
public record ConditionalRule(List<Area> areas, int priority, boolean stops, Effect effect) {
  /// What a rule does to cells.
  public sealed interface Effect {
    /// Gives each number an icon.
    ///
    /// @param icons from the one for the least values on; nothing for a place without icon
    /// @param thresholds where each icon begins, as many as icons; the first one is not looked at
    record Icons(List<Optional<Icon>> icons, List<Threshold> thresholds) implements Effect {
      /// Copies the lists.
      public Icons {
        icons = List.copyOf(icons);
        thresholds = List.copyOf(thresholds);
      }
    }

    /// Colors the cells for which it holds; which ones that are is not worked out.
    ///
    /// @param background whether it gives a background
    /// @param text whether it gives the text a colour
    record Colors(boolean background, boolean text) implements Effect {}
  }

  /// Where an icon begins (ECMA-376 part 1, 18.3.1.11).
  ///
  /// @param kind how the amount is meant
  /// @param amount what gives a number; nothing where `kind` needs none or the file says something
  ///   that is no formula
  /// @param inclusive whether the number itself has the icon
  public record Threshold(Kind kind, Optional<Template> amount, boolean inclusive) {}

  /// How the amount of a threshold is meant.
  public enum Kind {
    /// A number.
    NUMBER,
    /// A hundredth of the way from the least to the greatest number.
    PERCENT,
    /// A hundredth of the numbers, put in order.
    PERCENTILE,
    /// What a formula gives.
    FORMULA,
    /// The least number.
    LEAST,
    /// The greatest number.
    GREATEST
  }

  /// Copies the areas.
  public ConditionalRule {
    areas = List.copyOf(areas);
  }

  /// The rule after cells of its worksheet have moved; empty when no cell is left.
  Optional<ConditionalRule> shifted(Shift shift) {
    List<Area> now = areas.stream().flatMap(each -> shift.pieces(each).stream()).toList();
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConditionalRule(now, priority, stops, effect));
  }

  /// The rule with other formulas; itself when none differs.
  ConditionalRule calculatedBy(UnaryOperator<Template> formulas) {
    if (!(effect instanceof Effect.Icons(var icons, var thresholds))) {
      return this;
    }
    List<Threshold> now =
        thresholds.stream()
            .map(each -> new Threshold(each.kind(), each.amount().map(formulas), each.inclusive()))
            .toList();
    return now.equals(thresholds)
        ? this
        : new ConditionalRule(areas, priority, stops, new Effect.Icons(icons, now));
  }

  boolean isAbout(Area area) {
    return areas.stream().anyMatch(area::intersects);
  }

  boolean isAbout(int row, int column) {
    return areas.stream().anyMatch(each -> each.contains(row, column));
  }
}
