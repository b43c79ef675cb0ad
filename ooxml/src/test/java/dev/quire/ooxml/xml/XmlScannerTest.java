package dev.quire.ooxml.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class XmlScannerTest {
  private static final String SAMPLE =
      """
      <?xml version="1.0"?>
      <a x='1>2' y="&lt;&#65;"><!-- c --><b/>text &amp; more<c ><![CDATA[<raw>]]></c ></a>
      """;

  /// Hands out a few bytes at a time.
  private static InputStream trickle(String text, int atOnce) {
    return new ByteArrayInputStream(Ascii.bytes(text)) {
      @Override
      public synchronized int read(byte[] to, int offset, int length) {
        return super.read(to, offset, Math.min(length, atOnce));
      }
    };
  }

  private static String tokens(XmlScanner scanner) {
    var out = new StringBuilder();
    while (true) {
      switch (scanner.next()) {
        case START -> {
          out.append('<').append(scanner.name());
          while (scanner.nextAttribute()) {
            out.append(' ').append(scanner.attributeName()).append('=').append(scanner.value());
          }
          out.append(scanner.isEmpty() ? "/>" : ">");
        }
        case END -> out.append("</").append(scanner.name()).append('>');
        case TEXT -> out.append('[').append(scanner.text()).append(']');
        case OTHER -> out.append('?');
        case EOF -> {
          return out.toString();
        }
      }
    }
  }

  @Property(tries = 60)
  void tokensAreTheSameHoweverBytesArrive(@ForAll @IntRange(min = 1, max = 40) int atOnce) {
    var scanner = new XmlScanner("p", trickle(SAMPLE, atOnce), XlsxLimits.DEFAULT);
    assertEquals("?[\n]<a x=1>2 y=<A>?<b/>[text & more]<c>[<raw>]</c></a>[\n]", tokens(scanner));
  }

  @Test
  void endTagsMayBeLongerThanTheBuffer() {
    String text = "<a>" + "x".repeat(40_000) + "</a" + " ".repeat(200_000) + ">";
    var scanner = new XmlScanner("p", trickle(text, 30_000), XlsxLimits.DEFAULT);
    assertTrue(tokens(scanner).endsWith("</a>"));
  }

  @Test
  void brokenTextsAreRefused() {
    for (String text :
        List.of(
            "",
            "x",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a",
            "<a x></a>",
            "<a x=1/>",
            "<a>&x;</a>",
            "<a>&#xFFFFFFFFF;</a>",
            "<a><![X[]]></a>",
            "</a>",
            "<a b=\"<\"c=''/>x",
            "<>")) {
      assertThrows(
          XlsxFault.class,
          () -> tokens(new XmlScanner("p", trickle(text, 3), XlsxLimits.DEFAULT)),
          text);
    }
  }

  @Test
  void documentTypesAreHostile() {
    String bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
    assertThrows(
        XlsxFault.Hostile.class,
        () -> tokens(new XmlScanner("p", Ascii.bytes(bomb), XlsxLimits.DEFAULT)));
  }

  @Test
  void depthAndAttributesAreLimited() {
    String deep = "<a>".repeat(300) + "</a>".repeat(300);
    var wide = new StringBuilder("<a");
    for (int i = 0; i < 600; i++) {
      wide.append(" a").append(i).append("=''");
    }
    for (String text : List.of(deep, wide + "/>")) {
      assertThrows(
          XlsxFault.TooLarge.class,
          () -> tokens(new XmlScanner("p", Ascii.bytes(text), XlsxLimits.DEFAULT)));
    }
  }

  @Test
  void slicesReplaceNothingElse() {
    XmlTree tree =
        XmlTree.read("p", Ascii.bytes("<a  x='1' ><b/> <c>t</c></a>"), XlsxLimits.DEFAULT);
    var edits = new SliceEdits(tree);
    edits.setAttribute(tree.root(), "x", "2&");
    edits.setAttribute(tree.root(), "y", "3");
    edits.append(tree.root().children().getFirst(), "<d/>");
    edits.setAttribute(tree.root().children().getFirst(), "z", "4");
    edits.remove(tree.root().children().getLast());
    edits.append(tree.root(), "<e/>");
    assertEquals(
        "<a  x='2&amp;'  y=\"3\"><b z=\"4\"><d/></b> <e/></a>",
        new String(edits.apply(), StandardCharsets.UTF_8));
  }

  @Test
  void aTagThatGoesOnBehindItsEndIsDamaged() {
    var scanner = new XmlScanner("p", Ascii.bytes("<a x=\"1\"/y=\"2\"/>"), XlsxLimits.DEFAULT);
    scanner.next();
    assertTrue(scanner.nextAttribute());
    assertThrows(XlsxFault.Damaged.class, scanner::nextAttribute);
  }
}
