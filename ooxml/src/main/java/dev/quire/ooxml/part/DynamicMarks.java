package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.BitSet;
import java.util.List;

/// Which numbers of the cell attribute `cm` mark a dynamic array formula: those that lead to
/// `XLDAPR` metadata ([MS-XLSX] §2.3.10).
public final class DynamicMarks {
  /// Name of the metadata type.
  public static final String TYPE = "XLDAPR";

  private DynamicMarks() {}

  /// The numbers, which count from 1.
  public static BitSet read(XmlTree metadata) {
    XmlElement root = metadata.root();
    List<XmlElement> types = root.listed("metadataTypes", "metadataType");
    List<XmlElement> cells = root.listed("cellMetadata", "bk");
    var marks = new BitSet();
    for (int at = 0; at < cells.size(); at++) {
      for (XmlElement record : cells.get(at).children("rc")) {
        int type = record.number("t", 0) - 1;
        if (type >= 0
            && type < types.size()
            && types.get(type).attributeOr("name", "").equals(TYPE)) {
          marks.set(at + 1);
        }
      }
    }
    return marks;
  }
}
