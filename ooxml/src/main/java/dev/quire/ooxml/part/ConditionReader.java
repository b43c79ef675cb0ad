package dev.quire.ooxml.part;

import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.ConditionalRule;
import dev.quire.workbook.ConditionalRule.Effect;
import dev.quire.workbook.ConditionalRule.Kind;
import dev.quire.workbook.ConditionalRule.Threshold;
import dev.quire.workbook.Icon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads conditional formats (ECMA-376 part 1, 18.3.1.18, and the extension of MS-XLSX), as far as
/// sorting and filtering look at them.
final class ConditionReader {
  private static final int LAST_PRIORITY = Integer.MAX_VALUE;

  private final List<Differential> formats;
  private final Function<String, Optional<Template>> formulas;

  /// @param formats the differential formats that rules name by number
  /// @param formulas reads the formula of a threshold
  ConditionReader(List<Differential> formats, Function<String, Optional<Template>> formulas) {
    this.formats = formats;
    this.formulas = formulas;
  }

  /// Reads a `conditionalFormatting` element of either kind.
  void read(XmlElement formatting, Consumer<ConditionalRule> rules) {
    List<Area> areas = areas(formatting);
    if (areas.isEmpty()) {
      return;
    }
    named(formatting, "cfRule")
        .forEach(rule -> {
          boolean stops = rule.flag("stopIfTrue", false);
          Effect effect = effect(rule);
          if (stops || !effect.equals(new Effect.Colors(false, false))) {
            rules.accept(
                new ConditionalRule(areas, rule.number("priority", LAST_PRIORITY), stops, effect));
          }
        });
  }

  private static List<Area> areas(XmlElement formatting) {
    String text =
        formatting
            .attribute("sqref")
            .or(() -> named(formatting, "sqref").findFirst().map(XmlElement::text))
            .orElse("");
    return Arrays.stream(text.strip().split("\\s+"))
        .flatMap(each -> A1.parse(each).stream())
        .toList();
  }

  private Effect effect(XmlElement rule) {
    return switch (rule.attributeOr("type", "")) {
      case "iconSet" ->
          named(rule, "iconSet")
              .findFirst()
              .flatMap(this::icons)
              .orElse(new Effect.Colors(false, false));
      case "colorScale" -> new Effect.Colors(true, false);
      case "dataBar" -> new Effect.Colors(false, false);
      default -> colors(rule);
    };
  }

  private Effect colors(XmlElement rule) {
    Optional<XmlElement> own = named(rule, "dxf").findFirst();
    if (own.isPresent()) {
      boolean text =
          named(own.get(), "font").anyMatch(font -> named(font, "color").findAny().isPresent());
      return new Effect.Colors(named(own.get(), "fill").findAny().isPresent(), text);
    }
    int number = rule.number("dxfId", -1);
    return number < 0 || number >= formats.size()
        ? new Effect.Colors(false, false)
        : new Effect.Colors(formats.get(number).fills(), formats.get(number).colors());
  }

  /// Empty for a set that nobody knows or that has other than its number of thresholds.
  private Optional<Effect> icons(XmlElement set) {
    List<Threshold> thresholds = named(set, "cfvo").map(this::threshold).toList();
    List<Optional<Icon>> icons =
        set.flag("custom", false)
            ? named(set, "cfIcon")
                .map(each ->
                    IconSets.icon(each.attributeOr("iconSet", ""), each.number("iconId", 0)))
                .toList()
            : all(set.attributeOr("iconSet", "3TrafficLights1"));
    if (icons.isEmpty() || icons.size() != thresholds.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Effect.Icons(set.flag("reverse", false) ? icons.reversed() : icons, thresholds));
  }

  private static List<Optional<Icon>> all(String word) {
    var icons = new ArrayList<Optional<Icon>>();
    IconSets.find(word)
        .ifPresent(set -> {
          for (int index = 0; index < set.icons(); index++) {
            icons.add(Optional.of(new Icon(set, index)));
          }
        });
    return icons;
  }

  private Threshold threshold(XmlElement element) {
    String text =
        element
            .attribute("val")
            .or(() -> named(element, "f").findFirst().map(XmlElement::text))
            .orElse("");
    Kind kind =
        switch (element.attributeOr("type", "")) {
          case "num" -> Kind.NUMBER;
          case "percent" -> Kind.PERCENT;
          case "percentile" -> Kind.PERCENTILE;
          case "min", "autoMin" -> Kind.LEAST;
          case "max", "autoMax" -> Kind.GREATEST;
          default -> Kind.FORMULA;
        };
    return new Threshold(
        kind,
        text.isBlank() ? Optional.empty() : formulas.apply(FormulaTag.plain(text)),
        element.flag("gte", true));
  }

  /// The extension is written in a namespace of its own, with formulas in a third one.
  private static Stream<XmlElement> named(XmlElement parent, String name) {
    return parent.children().stream().filter(each -> each.name().equals(name));
  }
}
