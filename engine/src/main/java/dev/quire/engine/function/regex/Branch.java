package dev.quire.engine.function.regex;

/// A group that is open while a pattern is read: how long what was read of it can be, and what
/// holds again once it closes.
final class Branch {
  /// What a group asks for besides what it contains.
  enum Kind {
    PLAIN,
    CAPTURE,
    LOOKAHEAD,
    LOOKBEHIND,
    /// `(?|`: each alternative counts its groups from the same number.
    RESET,
    /// `(?(…)`: the first alternative is for a test that holds, the second for one that does not.
    CONDITION
  }

  /// Longer than anything that has a bound.
  static final int UNBOUNDED = 1_000_000_000;

  final Kind kind;

  /// The options outside.
  final Options outside;

  /// The one-based number of a capturing group; 0 for others.
  final int group;

  /// Whether a quantifier may follow what was read last.
  private boolean repeatable;

  private int longest;
  private int length;
  private int last;

  Branch(Kind kind, Options outside, int group) {
    this.kind = kind;
    this.outside = outside;
    this.group = group;
  }

  boolean looksAround() {
    return kind == Kind.LOOKAHEAD || kind == Kind.LOOKBEHIND;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  /// Adds something that a quantifier may follow.
  ///
  /// @param most how many characters it takes at most
  void add(int most) {
    last = most;
    length = plus(length, most);
    repeatable = true;
  }

  /// Adds something that takes no characters and cannot be repeated.
  void anchor() {
    repeatable = false;
  }

  /// Repeats what was added last.
  void repeat(int most) {
    long more = (long) last * Math.max(most - 1, 0);
    length = plus(length, (int) Math.min(more, UNBOUNDED));
    repeatable = false;
  }

  void alternative() {
    longest = Math.max(longest, length);
    length = 0;
    repeatable = false;
  }

  /// The most characters that the group takes.
  int most() {
    return Math.max(longest, length);
  }

  private static int plus(int a, int b) {
    return Math.min(a + b, UNBOUNDED);
  }
}
