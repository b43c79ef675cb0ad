package dev.quire.ooxml.part;

import dev.quire.engine.value.ErrorValue;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Errors newer than the file format. Their cells say `#VALUE!`, and the attribute `vm` leads over
/// metadata to a rich value of the structure `_error` that tells which one is meant ([MS-XLSX]
/// §2.3.10; numbers as `ERROR.TYPE` gives them, less one: O).
final class RichErrors {
  private static final String METADATA_TYPE = "XLRICHVALUE";

  private RichErrors() {}

  /// The errors by the number that `vm` gives, which counts from 1.
  static Map<Integer, ErrorValue> read(XmlTree metadata, XmlTree values, XmlTree structures) {
    Map<Integer, ErrorValue> byValue = byValue(values.root(), structures.root());
    XmlElement root = metadata.root();
    int type = type(root);
    List<Integer> bundles = bundles(root);
    var found = new HashMap<Integer, ErrorValue>();
    int mark = 0;
    for (XmlElement block : root.listed("valueMetadata", "bk")) {
      mark++;
      for (XmlElement record : block.children("rc")) {
        int bundle = record.number("v", -1);
        if (record.number("t", 0) == type && bundle >= 0 && bundle < bundles.size()) {
          ErrorValue error = byValue.get(bundles.get(bundle));
          if (error != null) {
            found.put(mark, error);
          }
        }
      }
    }
    return found;
  }

  /// The number of rich values among the types of metadata, which count from 1.
  private static int type(XmlElement root) {
    List<XmlElement> types = root.listed("metadataTypes", "metadataType");
    for (int at = 0; at < types.size(); at++) {
      if (types.get(at).attributeOr("name", "").equals(METADATA_TYPE)) {
        return at + 1;
      }
    }
    return -1;
  }

  /// The rich value that each block of metadata leads to.
  private static List<Integer> bundles(XmlElement root) {
    var bundles = new ArrayList<Integer>();
    for (XmlElement each : root.children("futureMetadata")) {
      if (each.attributeOr("name", "").equals(METADATA_TYPE)) {
        each.children("bk")
            .forEach(
                block -> bundles.add(find(block, "rvb").map(b -> b.number("i", -1)).orElse(-1)));
      }
    }
    return bundles;
  }

  private static Optional<XmlElement> find(XmlElement in, String name) {
    return in.name().equals(name)
        ? Optional.of(in)
        : in.children().stream().flatMap(each -> find(each, name).stream()).findFirst();
  }

  private static Map<Integer, ErrorValue> byValue(XmlElement values, XmlElement structures) {
    List<XmlElement> kinds = structures.children("s");
    var found = new HashMap<Integer, ErrorValue>();
    int number = 0;
    for (XmlElement value : values.children("rv")) {
      int kind = value.number("s", -1);
      if (kind >= 0 && kind < kinds.size()) {
        int at = number;
        error(value, kinds.get(kind)).ifPresent(error -> found.put(at, error));
      }
      number++;
    }
    return found;
  }

  private static Optional<ErrorValue> error(XmlElement value, XmlElement structure) {
    if (!structure.attributeOr("t", "").equals("_error")) {
      return Optional.empty();
    }
    List<XmlElement> keys = structure.children("k");
    List<XmlElement> parts = value.children("v");
    for (int at = 0; at < Math.min(keys.size(), parts.size()); at++) {
      if (keys.get(at).attributeOr("n", "").equals("errorType")) {
        return error(parts.get(at).text().strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<ErrorValue> error(String number) {
    ErrorValue[] all = ErrorValue.values();
    return number.matches("[0-9]{1,2}") && Integer.parseInt(number) < all.length
        ? Optional.of(all[Integer.parseInt(number)])
        : Optional.empty();
  }
}
