package dev.quire.workbook;

import dev.quire.engine.ref.A1;

/// A change that a workbook refuses. Expected, so without a stack trace. The workbook stays as it
/// was.
public abstract sealed class WorkbookFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private WorkbookFault(String message) {
    super(message, null, false, false);
  }

  /// There is no such worksheet, table or name.
  public static final class NotFound extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param kind what was looked for, in words
    /// @param name the id or name that was given
    public NotFound(String kind, String name) {
      super("There is no %s '%s'.".formatted(kind, name));
    }
  }

  /// The name is taken.
  public static final class NameTaken extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param kind what would have got the name
    /// @param name the name
    public NameTaken(String kind, String name) {
      super("A %s named '%s' exists already.".formatted(kind, name));
    }
  }

  /// A chart cannot be made so, or is of a kind that cannot be changed.
  public static final class BadChart extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param why what is wrong, as a sentence
    public BadChart(String why) {
      super(why);
    }
  }

  /// The name breaks a rule of Excel.
  public static final class BadName extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param name the name
    /// @param rule the rule that it breaks
    public BadName(String name, String rule) {
      super("'%s' cannot be a name: %s.".formatted(name, rule));
    }
  }

  /// A text that was to be a formula is none.
  public static final class BadFormula extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param row row of the cell, zero-based
    /// @param column column of the cell, zero-based
    /// @param text the formula, with `=`
    /// @param why what is wrong with it
    public BadFormula(int row, int column, String text, String why) {
      this(A1.cell(row, column), text, why);
    }

    /// @param place what was to have the formula: a cell or a name
    /// @param text the formula, with `=`
    /// @param why what is wrong with it
    public BadFormula(String place, String text, String why) {
      super("%s: '%s' is not a formula: %s.".formatted(place, shortened(text), why));
    }

    private static String shortened(String text) {
      return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
  }

  /// A value that no cell can hold.
  public static final class BadValue extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param row row of the cell, zero-based
    /// @param column column of the cell, zero-based
    /// @param why what is wrong with the value
    public BadValue(int row, int column, String why) {
      super("%s: %s.".formatted(A1.cell(row, column), why));
    }
  }

  /// A number format code that Excel does not take.
  public static final class BadNumberFormat extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param row row of the cell, zero-based
    /// @param column column of the cell, zero-based
    /// @param code the code
    public BadNumberFormat(int row, int column, String code) {
      super("%s: '%s' is not a number format.".formatted(A1.cell(row, column), code));
    }
  }

  /// The workbook would be left without a worksheet to show.
  public static final class LastVisibleSheet extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param name the worksheet
    public LastVisibleSheet(String name) {
      super("'%s' is the last visible worksheet.".formatted(name));
    }
  }

  /// Only some cells of an array formula would change.
  public static final class PartOfArray extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param area the array's area
    public PartOfArray(String area) {
      super("Part of the array in %s cannot be changed.".formatted(area));
    }
  }

  /// Cells cannot be inserted or deleted there.
  public static final class InsertDeleteConflict extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param why what would be torn, as a sentence
    public InsertDeleteConflict(String why) {
      super(why);
    }
  }

  /// Inserting cells would push others off the sheet.
  public static final class OffSheet extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param area cells that are not empty and have nowhere to go
    public OffSheet(String area) {
      super(
          "%s is not empty and would be pushed off the worksheet. Clear it and try again."
              .formatted(area));
    }
  }

  /// Something lies over the cells that a table is to have.
  public static final class Overlap extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param area the cells that a table is to have
    /// @param what what is there
    public Overlap(String area, String what) {
      super("A table cannot have %s: %s.".formatted(area, what));
    }
  }

  /// A pivot table cannot be worked out again; its cells and its cache stay as they are.
  public static final class NotRefreshable extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param pivot name of the pivot table
    /// @param why the reason, in words
    public NotRefreshable(String pivot, String why) {
      super("The pivot table '%s' cannot be refreshed: %s.".formatted(pivot, why));
    }
  }

  /// Something lies over the cells that the report of a pivot table is to have.
  public static final class PivotOverlap extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param pivot name of the pivot table
    /// @param area the cells that the report is to have
    /// @param what what is there
    public PivotOverlap(String pivot, String area, String what) {
      super("The pivot table '%s' would need %s: %s.".formatted(pivot, area, what));
    }
  }

  /// The change would move or remove rows of a table of which a filter hides some.
  public static final class Filtered extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param table name of the table
    public Filtered(String table) {
      super("The table '%s' is filtered; this would move cells in it.".formatted(table));
    }
  }

  /// Something about the cells stands in the way of the change.
  public static final class Conflict extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param why what cannot be done and what is in the way, as a sentence
    public Conflict(String why) {
      super(why);
    }
  }

  /// A protected worksheet does not allow the change.
  public static final class Protected extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param sheet name of the worksheet
    /// @param why what is not allowed
    public Protected(String sheet, String why) {
      super("The worksheet '%s' is protected: %s.".formatted(sheet, why));
    }
  }

  /// Too much for one change.
  public static final class TooLarge extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param what what is too large, with the limit
    public TooLarge(String what) {
      super(what);
    }
  }

  /// The calculation took longer than allowed.
  public static final class CalculationTooLong extends WorkbookFault {
    private static final long serialVersionUID = 1;

    /// @param why the limit
    public CalculationTooLong(String why) {
      super(why);
    }
  }

  /// A sheet that was left in the file when the workbook was opened cannot be read.
  public static final class Unreadable extends WorkbookFault {
    private static final long serialVersionUID = 1;
    private final boolean tooLarge;

    /// @param why the part at fault and what is wrong with it, or the limit that it goes beyond
    /// @param tooLarge whether it goes beyond a limit, rather than being damaged
    public Unreadable(String why, boolean tooLarge) {
      super(why);
      this.tooLarge = tooLarge;
    }

    /// Whether it goes beyond a limit, rather than being damaged.
    public boolean isTooLarge() {
      return tooLarge;
    }
  }
}
