package dev.quire.engine.function.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A class of characters in brackets. What [Pattern] alone knows there, classes in classes and
/// their intersections, is taken for the plain characters it is written with.
final class PcreClass {
  private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)(\\w+):\\]");

  private final Scanner in;
  private final StringBuilder out = new StringBuilder("[");

  /// Begins behind the opening bracket.
  PcreClass(Scanner in) {
    this.in = in;
  }

  String translated() {
    if (in.skips("^")) {
      out.append('^');
    }
    if (in.skips("]")) {
      out.append("\\]");
    }
    while (!in.skips("]")) {
      element();
    }
    return out.append(']').toString();
  }

  private void element() {
    Matcher posix = in.matchAndSkip(POSIX);
    if (posix != null) {
      out.append(PcreEscapes.posix(posix.group(2), !posix.group(1).isEmpty(), in));
      return;
    }
    char c = in.next();
    if (c == '-') {
      out.append(in.isAt(']') ? "\\-" : "-");
    } else if (c != '\\') {
      out.append(PcreEscapes.literal(c));
    } else if (in.skips("Q")) {
      in.quoted().chars().forEach(each -> out.append(PcreEscapes.literal((char) each)));
    } else if (in.skips("b")) {
      out.append("\\x08");
    } else if (!in.skips("E")) {
      refuseAnchors();
      out.append(PcreEscapes.translated(in));
    }
  }

  private void refuseAnchors() {
    if ("RXBAzZG".indexOf(in.peek()) >= 0) {
      throw in.refused("no character");
    }
  }
}
