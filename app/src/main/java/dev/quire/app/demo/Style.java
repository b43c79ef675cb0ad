package dev.quire.app.demo;

/// How a cell looks. The order is that of `cellXfs` in the styles part.
enum Style {
  GENERAL(Named.NORMAL, Format.GENERAL),
  TITLE(Named.TITLE, Format.GENERAL),
  NOTE(Named.NOTE, Format.GENERAL),
  HEADER(Named.HEADER, Format.GENERAL),
  COUNT(Named.NORMAL, Format.COUNT),
  MONEY(Named.NORMAL, Format.MONEY),
  PERCENT(Named.NORMAL, Format.PERCENT),
  DATE(Named.NORMAL, Format.DATE),
  INPUT(Named.INPUT, Format.GENERAL),
  INPUT_COUNT(Named.INPUT, Format.COUNT),
  INPUT_MONEY(Named.INPUT, Format.MONEY),
  INPUT_PERCENT(Named.INPUT, Format.PERCENT),
  TOTAL(Named.TOTAL, Format.GENERAL),
  TOTAL_COUNT(Named.TOTAL, Format.COUNT),
  TOTAL_MONEY(Named.TOTAL, Format.MONEY),
  TOTAL_PERCENT(Named.TOTAL, Format.PERCENT);

  private final Named named;
  private final Format format;

  Style(Named named, Format format) {
    this.named = named;
    this.format = format;
  }

  Named named() {
    return named;
  }

  Format format() {
    return format;
  }

  /// A number format; ids below 164 are Excel's own.
  enum Format {
    GENERAL(0, "General"),
    COUNT(3, "#,##0"),
    PERCENT(10, "0.00%"),
    MONEY(164, "\"$\"#,##0.00"),
    DATE(165, "yyyy\\-mm\\-dd");

    private static final int FIRST_CUSTOM = 164;

    private final int id;
    private final String code;

    Format(int id, String code) {
      this.id = id;
      this.code = code;
    }

    int id() {
      return id;
    }

    String code() {
      return code;
    }

    boolean isCustom() {
      return id >= FIRST_CUSTOM;
    }
  }

  /// A style as Excel's gallery shows it.
  ///
  /// The numbers are Excel's for its own styles, which go by these names in English.
  enum Named {
    NORMAL("Normal", 0, "<sz val=\"11\"/><color theme=\"1\"/>", "minor", "", ""),
    TITLE("Title", 15, "<sz val=\"18\"/><color theme=\"3\"/>", "major", "", ""),
    NOTE("Explanatory Text", 53, "<i/><sz val=\"11\"/><color rgb=\"FF7F7F7F\"/>", "minor", "", ""),
    HEADER(
        "Accent1",
        29,
        "<b/><sz val=\"11\"/><color theme=\"0\"/>",
        "minor",
        "<fgColor theme=\"4\"/>",
        ""),
    INPUT(
        "Input",
        20,
        "<sz val=\"11\"/><color rgb=\"FF3F3F76\"/>",
        "minor",
        "<fgColor rgb=\"FFFFCC99\"/>",
        box("thin", "<color rgb=\"FF7F7F7F\"/>")),
    TOTAL(
        "Total",
        25,
        "<b/><sz val=\"11\"/><color theme=\"1\"/>",
        "minor",
        "",
        "<left/><right/><top style=\"thin\"><color theme=\"4\"/></top>"
            + "<bottom style=\"double\"><color theme=\"4\"/></bottom><diagonal/>");

    private final String label;
    private final int builtinId;
    private final String font;
    private final String scheme;
    private final String fillColor;
    private final String border;

    Named(
        String label, int builtinId, String font, String scheme, String fillColor, String border) {
      this.label = label;
      this.builtinId = builtinId;
      this.font = font;
      this.scheme = scheme;
      this.fillColor = fillColor;
      this.border = border;
    }

    String label() {
      return label;
    }

    int builtinId() {
      return builtinId;
    }

    /// What stands in the font element before its name.
    String font() {
      return font;
    }

    /// Which of the theme's two fonts it is: `major` for headings, or `minor`.
    String scheme() {
      return scheme;
    }

    /// Element with the colour of a solid fill; empty for none.
    String fillColor() {
      return fillColor;
    }

    /// Children of the border element; empty for none.
    String border() {
      return border;
    }

    private static String box(String line, String color) {
      var sides = new StringBuilder();
      for (var side : new String[] {"left", "right", "top", "bottom"}) {
        sides.append("<%s style=\"%s\">%s</%s>".formatted(side, line, color, side));
      }
      return sides.append("<diagonal/>").toString();
    }
  }
}
