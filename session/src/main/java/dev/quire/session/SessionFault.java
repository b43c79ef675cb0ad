package dev.quire.session;

import java.util.Optional;

/// A refusal of the session layer. Expected, so without a stack trace.
public abstract sealed class SessionFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private SessionFault(String message) {
    super(message, null, false, false);
  }

  /// No session of this user on this workbook has the ticket: it never existed, is malformed, has
  /// expired, is closed, or belongs to somebody else. Deliberately one answer for all of these.
  public static final class UnknownSession extends SessionFault {
    private static final long serialVersionUID = 1;

    /// The only instance there needs to be of a reason that tells nothing.
    public UnknownSession() {
      super("no such session");
    }
  }

  /// The workbook of the session has been deleted.
  public static final class WorkbookGone extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param item the item that is gone
    public WorkbookGone(String item) {
      super("workbook " + item + " is gone");
    }
  }

  /// There is no such file.
  public static final class NoSuchItem extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param item the item that was asked for
    public NoSuchItem(String item) {
      super("no item " + item);
    }
  }

  /// The workbook has as many sessions as it may have.
  public static final class TooManySessions extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param limit how many it may have
    public TooManySessions(int limit) {
      super("the workbook has %d sessions, which is the limit".formatted(limit));
    }
  }

  /// The server has as much to do or to keep as it takes on at once. Nothing was done; the request
  /// may be sent again in a moment.
  public static final class TooBusy extends SessionFault {
    private static final long serialVersionUID = 1;
    private final Scarce scarce;

    /// What there is not enough of.
    public enum Scarce {
      /// Requests or sessions of this user.
      USER,
      /// Requests about this workbook.
      WORKBOOK,
      /// Writing what has been acknowledged to the medium.
      JOURNAL,
      /// Memory.
      MEMORY
    }

    /// @param scarce what there is not enough of
    /// @param why the limit that was met
    public TooBusy(Scarce scarce, String why) {
      super(why);
      this.scarce = scarce;
    }

    /// What there is not enough of.
    public Scarce scarce() {
      return scarce;
    }
  }

  /// The file is no workbook that can be opened.
  public static final class CannotOpen extends SessionFault {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /// What is wrong with a file.
    public enum Reason {
      /// Another kind of file: `.xls`, `.csv`, text with a wrong name.
      NOT_A_WORKBOOK,
      /// Encrypted with a password, and none was given; or in a way that is not known.
      ENCRYPTED,
      /// Encrypted with another password than the one that was given.
      WRONG_PASSWORD,
      /// Broken, or made to break a reader.
      DAMAGED,
      /// More than the limits allow.
      TOO_LARGE
    }

    /// @param reason the kind of trouble
    /// @param why what was found and where
    public CannotOpen(Reason reason, String why) {
      super(why);
      this.reason = reason;
    }

    /// A workbook that is open for others, who gave its password.
    static CannotOpen behindPassword(boolean given) {
      return given
          ? new CannotOpen(Reason.WRONG_PASSWORD, "the password is wrong")
          : new CannotOpen(Reason.ENCRYPTED, "the workbook is encrypted");
    }

    /// The kind of trouble.
    public Reason reason() {
      return reason;
    }
  }

  /// The file was changed by somebody else since the session began to work on it. Nothing was
  /// overwritten; what the session wrote is in a file of its own.
  public static final class FileChanged extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param name name of the file
    /// @param beside name of the file that has the changes of the session, if it made any
    public FileChanged(String name, Optional<String> beside) {
      super(
          "'%s' was changed outside of this workbook session; nothing was overwritten%s"
              .formatted(
                  name,
                  beside
                      .map("; the changes made in the session are in '%s'"::formatted)
                      .orElse("")));
    }
  }

  /// The file could not be written. The session keeps its changes.
  public static final class CannotSave extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param why what the drive said
    public CannotSave(String why) {
      super(why);
    }
  }

  /// The server is stopping.
  public static final class Stopping extends SessionFault {
    private static final long serialVersionUID = 1;

    /// The only reason there is.
    public Stopping() {
      super("the server is stopping");
    }
  }

  /// Another server looks after the workbook now, or this one cannot tell. The request may be sent
  /// again in a moment.
  public static final class Elsewhere extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param why what is known
    public Elsewhere(String why) {
      super(why);
    }
  }

  /// Somebody else has checked the file out, so nobody but that user changes it.
  public static final class CheckedOut extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param userName who has it
    public CheckedOut(String userName) {
      super("the file is checked out by %s".formatted(userName));
    }
  }

  /// The file is not checked out, so it cannot be given back.
  public static final class NotCheckedOut extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param path the file
    public NotCheckedOut(String path) {
      super("the file is not checked out: " + path);
    }
  }

  /// Others are at work on the file, so nobody can check it out.
  public static final class InUse extends SessionFault {
    private static final long serialVersionUID = 1;

    /// The only reason there is.
    public InUse() {
      super("others have sessions on the workbook");
    }
  }

  /// As many streams of events are open as may be.
  public static final class TooManyStreams extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param limit how many there may be
    public TooManyStreams(int limit) {
      super("%d streams of events are open, which is the limit".formatted(limit));
    }
  }

  /// The operation is not known, or its result is no longer kept.
  public static final class UnknownOperation extends SessionFault {
    private static final long serialVersionUID = 1;

    /// @param id what was asked for
    public UnknownOperation(String id) {
      super("no operation " + id);
    }
  }
}
