package dev.quire.store;

/// A refusal of a drive. Expected, so without a stack trace.
public abstract sealed class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StoreFault(String message) {
    super(message, null, false, false);
  }

  /// There is no item with this id.
  public static final class NotFound extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the id or path that was asked for
    public NotFound(String what) {
      super("no item " + what);
    }
  }

  /// The item is no longer what the caller thinks it is.
  public static final class Changed extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the item
    /// @param expected the tag that was asked for
    /// @param found the tag it has
    public Changed(String what, String expected, String found) {
      super("%s has tag %s, not %s".formatted(what, found, expected));
    }
  }

  /// The name is taken.
  public static final class Exists extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the path that is taken
    public Exists(String what) {
      super(what + " exists already");
    }
  }

  /// No item could have this name or path.
  public static final class BadName extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the name or path
    /// @param why the rule that it breaks
    public BadName(String what, String why) {
      super("'%s' is not a name in a drive: %s".formatted(what, why));
    }
  }

  /// The bytes could not be stored: disk full, no permission, medium gone.
  public static final class Unwritable extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the item
    /// @param why what the system said
    public Unwritable(String what, String why) {
      super("%s could not be written: %s".formatted(what, why));
    }
  }

  /// The store does not answer, or another server looks after the item now. To be tried again.
  public static final class Unreachable extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the store
    /// @param why what is known
    public Unreachable(String what, String why) {
      super("%s cannot be reached: %s".formatted(what, why));
    }
  }

  /// The bytes could not be read although the item is there.
  public static final class Unreadable extends StoreFault {
    private static final long serialVersionUID = 1;

    /// @param what the item
    /// @param why what the system said
    public Unreadable(String what, String why) {
      super("%s could not be read: %s".formatted(what, why));
    }
  }
}
