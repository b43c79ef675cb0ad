package dev.quire.ooxml.chart;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.xml.XmlElement;
import java.util.OptionalDouble;

/// What an element of a chart means that is not there.
///
/// Excel 2007 leaves elements out that say nothing special, among them all booleans that are false.
/// Later versions write every element, and take those that are missing for the default of the
/// schema (ECMA-376 part 1, 21.2: a boolean is true): axes that say nothing of `delete` are not
/// shown, titles lie over the plot, lines are smooth. Which of both a file means they tell from who
/// says to have written it. LibreOffice found the same rules and tells files apart in the same way
/// (`axismodel.cxx`, `titlemodel.cxx`, `xmlfilterbase.cxx`, D); those who write charts with
/// openpyxl 3.1 or Apache POI know the second row well (O).
enum Unsaid {
  /// As in files of Excel 2007 and of those who pass for it, such as XlsxWriter.
  AS_IN_2007(false, "out", "none", "gap"),
  /// As the schema has it.
  AS_IN_SCHEMA(true, "cross", "cross", "zero");

  private static final double LAST_VERSION = 13;

  private final boolean flag;
  private final String majorTicks;
  private final String minorTicks;
  private final String blanks;

  Unsaid(boolean flag, String majorTicks, String minorTicks, String blanks) {
    this.flag = flag;
    this.majorTicks = majorTicks;
    this.minorTicks = minorTicks;
    this.blanks = blanks;
  }

  /// What is meant in a package; as in the schema when it does not tell who wrote it.
  static Unsaid in(PackageParts parts) {
    try {
      return parts
          .relationships("")
          .first("extended-properties")
          .map(Relationship::target)
          .filter(parts::has)
          .map(part -> of(parts.tree(part).root()))
          .orElse(AS_IN_SCHEMA);
    } catch (XlsxFault damaged) {
      // who cannot be read does not tell; saving passes the part on untouched
      return AS_IN_SCHEMA;
    }
  }

  /// @param properties root of `docProps/app.xml`
  static Unsaid of(XmlElement properties) {
    String application = text(properties, "Application");
    OptionalDouble version = Nodes.number(text(properties, "AppVersion"));
    boolean excel =
        application.equals("Microsoft Excel") || application.equals("Microsoft Macintosh Excel");
    return excel && version.isPresent() && version.getAsDouble() < LAST_VERSION
        ? AS_IN_2007
        : AS_IN_SCHEMA;
  }

  private static String text(XmlElement properties, String name) {
    return Nodes.child(properties, name).map(XmlElement::text).map(String::strip).orElse("");
  }

  /// Whether a child says yes, or is missing and that means yes.
  boolean flag(XmlElement parent, String name) {
    return Nodes.flag(parent, name, flag);
  }

  /// `majorTickMark` of an axis.
  String majorTicks(XmlElement axis) {
    return Nodes.val(axis, "majorTickMark").orElse(majorTicks);
  }

  /// `minorTickMark` of an axis.
  String minorTicks(XmlElement axis) {
    return Nodes.val(axis, "minorTickMark").orElse(minorTicks);
  }

  /// `dispBlanksAs` of a chart.
  String blanks(XmlElement chart) {
    return Nodes.val(chart, "dispBlanksAs").orElse(blanks);
  }
}
