package dev.quire.ooxml.guard;

import java.time.Duration;

/// A file that is refused. Expected, so without a stack trace.
public abstract sealed class XlsxFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private XlsxFault(String message) {
    super(message, null, false, false);
  }

  /// The file is something else, whatever its name says.
  public static final class NotWorkbook extends XlsxFault {
    private static final long serialVersionUID = 1;
    private final FileKind kind;

    /// @param kind what it is
    public NotWorkbook(FileKind kind) {
      super("not an .xlsx workbook but " + kind.words());
      this.kind = kind;
    }

    /// What the file is.
    public FileKind kind() {
      return kind;
    }
  }

  /// The workbook is protected by a password or by rights management.
  public static final class Encrypted extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// A fault without details: nothing can be seen from outside.
    public Encrypted() {
      super("the workbook is encrypted");
    }

    /// @param why why it cannot be opened although a password was given
    public Encrypted(String why) {
      super("the workbook is encrypted: " + why);
    }
  }

  /// The workbook is protected by another password than the one that was given.
  public static final class WrongPassword extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// A fault without details.
    public WrongPassword() {
      super("the password is wrong");
    }
  }

  /// The file breaks the format in a place that is needed.
  public static final class Damaged extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// @param part name of the part, or `zip` for the container
    /// @param offset byte offset in the part's text or in the container, negative when unknown
    /// @param why the rule that is broken
    public Damaged(String part, long offset, String why) {
      super(offset < 0 ? part + ": " + why : "%s, byte %d: %s".formatted(part, offset, why));
    }
  }

  /// The file goes beyond a limit of [XlsxLimits].
  public static final class TooLarge extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// @param what the limit, with its unit
    /// @param limit its value
    public TooLarge(String what, long limit) {
      super("the workbook has more than %,d %s".formatted(limit, what));
    }

    /// @param part the part in which the limit was reached
    /// @param what the limit, with its unit
    /// @param limit its value
    public TooLarge(String part, String what, long limit) {
      super("%s: the workbook has more than %,d %s".formatted(part, limit, what));
    }
  }

  /// Reading the file takes longer than [XlsxLimits] allow.
  public static final class TooSlow extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// @param part the part that was being read
    /// @param allowed how long it may take
    public TooSlow(String part, Duration allowed) {
      super("%s: reading takes longer than %,d ms".formatted(part, allowed.toMillis()));
    }
  }

  /// The file does what only attacks do.
  public static final class Hostile extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// @param where the part, or `zip` for the container
    /// @param why what it does
    public Hostile(String where, String why) {
      super(where + ": " + why);
    }
  }

  /// The workbook cannot be written into its file.
  public static final class Unsavable extends XlsxFault {
    private static final long serialVersionUID = 1;

    /// @param why what stands against it
    public Unsavable(String why) {
      super(why);
    }
  }
}
