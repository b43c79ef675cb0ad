package dev.quire.ooxml.holder;

import static dev.quire.ooxml.holder.Holder.Fate.GOES;
import static dev.quire.ooxml.holder.Holder.Fate.PARENT_GOES;
import static dev.quire.ooxml.holder.Holder.Fate.STAYS;
import static dev.quire.ooxml.holder.Holder.Syntax.AREA;
import static dev.quire.ooxml.holder.Holder.Syntax.AREAS;
import static dev.quire.ooxml.holder.Holder.Syntax.AREA_OF_NAMED_SHEET;
import static dev.quire.ooxml.holder.Holder.Syntax.BREAK;
import static dev.quire.ooxml.holder.Holder.Syntax.CELL;
import static dev.quire.ooxml.holder.Holder.Syntax.FORMULA;
import static dev.quire.ooxml.holder.Holder.Syntax.HEADED_AREA;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of all that holds a reference (ECMA-376 part 1, §18 to §21; extensions in MS-XLSX).
///
/// Three kinds of place are not here because they are more than one value each: rows, columns and
/// cells of worksheets, which are moved as they are copied; anchors of drawings, controls and
/// comment boxes ([Anchors]); columns of tables and of filters, which are told by number.
public final class Holders {
  private static final List<Holder> ALL =
      List.of(
          new Holder("dimension", "dimension", "ref", AREA, STAYS),
          new Holder("view", "sheetView", "topLeftCell", CELL, STAYS),
          new Holder("view", "customSheetView", "topLeftCell", CELL, STAYS),
          new Holder("pane", "pane", "topLeftCell", CELL, STAYS),
          new Holder("selection", "selection", "activeCell", CELL, STAYS),
          new Holder("selection", "selection", "sqref", AREAS, STAYS),
          new Holder("synchronised view", "sheetPr", "syncRef", AREA, STAYS),
          new Holder("merged cells", "mergeCell", "ref", AREA, GOES),
          new Holder("conditional format", "conditionalFormatting", "sqref", AREAS, GOES),
          new Holder("conditional format", "formula", "", FORMULA, STAYS),
          new Holder("conditional format value", "cfvo", "val", FORMULA, STAYS),
          new Holder("validation", "dataValidation", "sqref", AREAS, GOES),
          new Holder("validation", "formula1", "", FORMULA, STAYS),
          new Holder("validation", "formula2", "", FORMULA, STAYS),
          new Holder("extension list", "sqref", "", AREAS, PARENT_GOES),
          new Holder("formula of an extension, a chart or a sparkline", "f", "", FORMULA, STAYS),
          new Holder("format of numbers in a chart of the newer kinds", "nf", "", FORMULA, STAYS),
          new Holder("hyperlink", "hyperlink", "ref", AREA, GOES),
          new Holder("hyperlink target", "hyperlink", "location", FORMULA, STAYS),
          new Holder("filter", "autoFilter", "ref", HEADED_AREA, GOES),
          new Holder("filter in a view", "nsvFilter", "ref", HEADED_AREA, GOES),
          new Holder("sort state", "sortState", "ref", AREA, GOES),
          new Holder("sort state", "sortCondition", "ref", AREA, GOES),
          new Holder("sort state", "sortRule", "ref", AREA, GOES),
          new Holder("table", "table", "ref", AREA, STAYS),
          new Holder("table formula", "calculatedColumnFormula", "", FORMULA, STAYS),
          new Holder("table formula", "totalsRowFormula", "", FORMULA, STAYS),
          new Holder("XML map", "singleXmlCell", "r", CELL, GOES),
          new Holder("comment", "comment", "ref", CELL, GOES),
          new Holder("threaded comment", "threadedComment", "ref", CELL, GOES),
          new Holder("shape text", "sp", "textlink", FORMULA, STAYS),
          new Holder("camera picture", "cameraTool", "cellRange", FORMULA, STAYS),
          new Holder("control", "controlPr", "linkedCell", FORMULA, STAYS),
          new Holder("control", "controlPr", "listFillRange", FORMULA, STAYS),
          new Holder("control", "formControlPr", "fmlaLink", FORMULA, STAYS),
          new Holder("control", "formControlPr", "fmlaRange", FORMULA, STAYS),
          new Holder("control", "formControlPr", "fmlaGroup", FORMULA, STAYS),
          new Holder("control", "formControlPr", "fmlaTxbx", FORMULA, STAYS),
          new Holder("control of old", "FmlaLink", "", FORMULA, STAYS),
          new Holder("control of old", "FmlaRange", "", FORMULA, STAYS),
          new Holder("control of old", "FmlaGroup", "", FORMULA, STAYS),
          new Holder("control of old", "FmlaTxbx", "", FORMULA, STAYS),
          new Holder("picture of old", "FmlaPict", "", FORMULA, STAYS),
          new Holder("pivot table", "location", "ref", AREA, STAYS),
          new Holder("pivot source", "worksheetSource", "ref", AREA_OF_NAMED_SHEET, STAYS),
          new Holder("pivot source", "rangeSet", "ref", AREA_OF_NAMED_SHEET, STAYS),
          new Holder("consolidation", "dataRef", "ref", AREA_OF_NAMED_SHEET, STAYS),
          new Holder("query parameter", "parameter", "cell", FORMULA, STAYS),
          new Holder("page break", "brk", "id", BREAK, GOES),
          new Holder("protected range", "protectedRange", "sqref", AREAS, GOES),
          new Holder("ignored error", "ignoredError", "sqref", AREAS, GOES),
          new Holder("cell watch", "cellWatch", "r", CELL, GOES),
          new Holder("scenario", "scenarios", "sqref", AREAS, STAYS),
          new Holder("scenario", "inputCells", "r", CELL, GOES),
          new Holder("smart tag", "cellSmartTags", "r", CELL, GOES),
          new Holder("published item", "webPublishItem", "sourceRef", AREA, STAYS),
          new Holder("what an embedded workbook shows", "oleSize", "ref", AREA, STAYS));

  /// Lists that go when their last element has gone.
  static final Set<String> LISTS =
      Set.of(
          "mergeCells",
          "dataValidations",
          "conditionalFormattings",
          "hyperlinks",
          "protectedRanges",
          "ignoredErrors",
          "cellWatches",
          "scenarios",
          "scenario",
          "smartTags",
          "singleXmlCells",
          "sortRules",
          "rowBreaks",
          "colBreaks",
          "sparklines",
          "sparklineGroup",
          "sparklineGroups",
          "ext",
          "extLst");

  private static final Map<String, List<Holder>> BY_ELEMENT =
      ALL.stream()
          .collect(Collectors.groupingBy(Holder::element, HashMap::new, Collectors.toList()));

  private Holders() {}

  /// The whole table.
  public static List<Holder> all() {
    return ALL;
  }

  /// What an element with this name, without prefix, holds.
  public static List<Holder> of(String element) {
    return BY_ELEMENT.getOrDefault(element, List.of());
  }
}
