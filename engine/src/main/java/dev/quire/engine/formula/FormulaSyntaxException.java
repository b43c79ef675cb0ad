package dev.quire.engine.formula;

/// Text that is not a formula.
public final class FormulaSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaSyntaxException(String message, int position) {
    super(message + " at character " + (position + 1), null, false, false);
    this.position = position;
  }

  /// Zero-based index of the character at which reading stopped.
  public int position() {
    return position;
  }
}
