package dev.quire.engine.formula;

/// Text that is not a formula.
public final class FormulaSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  FormulaSyntaxException(String message, int position) {
    super(message + " at character " + (position + 1), null, false, false);
    this.position = position;
  }

  /// The text can be read, but breaks a rule as a whole.
  FormulaSyntaxException(String message) {
    super(message, null, false, false);
    this.position = 0;
  }

  /// Zero-based index of the character at which reading stopped; 0 when all was read.
  public int position() {
    return position;
  }
}
