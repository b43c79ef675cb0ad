package dev.quire.engine.function.web;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.io.IOException;
import java.io.StringReader;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// `FILTERXML`. Documents with a type declaration are refused, so nothing is ever fetched or
/// expanded; depth and the work of a path are bounded.
final class XmlFilter {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEPTH = "jdk.xml.maxElementDepth";
  private static final int MOST_DEPTH = 256;

  /// Steps of a path that may look at the whole document; each can multiply the work by its size.
  private static final Pattern WIDE_STEP =
      Pattern.compile("//|\\.\\.|(descendant|following|preceding|ancestor|parent)\\S*?::");

  private static final double MOST_WORK = 5e7;

  private XmlFilter() {}

  /// The texts of all elements or attributes on a path, one below the other; `#VALUE!` when there
  /// is none, for damaged XML or paths (D), and for a path to the pieces of text themselves (O).
  static Value filter(Arguments a) {
    try {
      Document document = documents().parse(new InputSource(new StringReader(a.text(0))));
      double work = work(a.text(0), a.text(1));
      if (work > MOST_WORK) {
        return ErrorValue.VALUE;
      }
      a.spend((long) work);
      var path = XPathFactory.newDefaultInstance().newXPath();
      var nodes = (NodeList) path.evaluate(a.text(1), document, XPathConstants.NODESET);
      return nodes.getLength() == 0 || nodes.item(0).getNodeType() == Node.TEXT_NODE
          ? ErrorValue.VALUE
          : a.array(
              nodes.getLength(), 1, (row, _) -> value(a, nodes.item(row).getTextContent().strip()));
    } catch (SAXException | XPathExpressionException e) {
      return ErrorValue.VALUE;
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("the parser of the platform lacks a standard feature", e);
    }
  }

  private static DocumentBuilder documents() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    factory.setAttribute(DEPTH, MOST_DEPTH);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    return builder;
  }

  /// Most nodes that the path may make the evaluation visit.
  private static double work(String xml, String path) {
    long nodes = xml.chars().filter(c -> c == '<' || c == '=').count() + 1;
    return Math.pow(nodes, WIDE_STEP.matcher(path).results().count());
  }

  private static Scalar value(Arguments a, String text) {
    OptionalDouble number = a.numberText().number(text, a.workspace().date1904());
    return number.isPresent() ? NumberValue.of(number.getAsDouble()) : TextValue.of(text);
  }

  /// Prints nothing.
  private static final class Strict extends DefaultHandler {
    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
