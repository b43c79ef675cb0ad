package dev.quire.engine.formula;

import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one evaluation of a cell's formula has used up so far, counted over all names and functions
/// it goes through. Nesting beyond Excel's limit is `#NUM!`; time and room beyond what the
/// workspace allows end the whole calculation.
final class Evaluation {
  /// Excel's room for nested calls: each takes one place, and one for every parameter (O: a
  /// function of two parameters may call itself 5,461 times).
  private static final int MOST_PLACES = 16_384;

  /// Nested steps that surely fit on the stack of any thread that calculates.
  private static final int SHALLOW = 600;

  /// Nested steps that fit on a [DeepStack].
  private static final int MOST_STEPS = 100_000;

  /// Steps between two looks at the clock.
  private static final int CLOCK_INTERVAL = 1_024;

  /// Elements that all arrays of one evaluation may have together: 32 of the largest ones.
  private static final long MOST_ELEMENTS = 32L * Matrix.MAX_ELEMENTS;

  /// So much of a text takes as much room as an element.
  private static final int CHARACTERS_PER_ELEMENT = 8;

  private final Workspace workspace;
  private int places;
  private int steps;
  private boolean deep;
  private long room = MOST_ELEMENTS;
  private int untilClock = CLOCK_INTERVAL;
  private @Nullable Value source;
  private double[] derived = {};

  Evaluation(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Begins the evaluation of another cell.
  void renew() {
    room = MOST_ELEMENTS;
    source = null;
  }

  /// What was made of the numbers of a value before, if that was the last that was kept: a function
  /// that is called for many elements of another argument need not make it again.
  Optional<double[]> derived(Value of) {
    boolean isSame = source == of || of instanceof ReferenceValue && of.equals(source);
    return isSame ? Optional.of(derived) : Optional.empty();
  }

  /// Keeps what was made of the numbers of a value until another is kept or the cell is done.
  void keep(Value of, double[] made) {
    source = of;
    derived = made;
  }

  /// Goes into a formula inside the formula.
  ///
  /// @param arguments how many values it is given; a name that is no function counts as none
  /// @param height how deep its own steps nest
  /// @param otherwise what nesting too deeply comes to
  Value enter(int arguments, int height, Value otherwise, Supplier<Value> inside) {
    spend(1);
    if (places + arguments + 1 > MOST_PLACES || steps + height > MOST_STEPS) {
      return otherwise;
    }
    places += arguments + 1;
    steps += height;
    Value value = deep || steps <= SHALLOW ? inside.get() : deeper(inside);
    places -= arguments + 1;
    steps -= height;
    return value;
  }

  private Value deeper(Supplier<Value> inside) {
    deep = true;
    Value value = DeepStack.call(inside);
    deep = false;
    return value;
  }

  /// The same elements, made under the eyes of the clock.
  ArrayValue.Filler counted(ArrayValue.Filler filler, long elements) {
    take(elements);
    return (row, column) -> {
      spend(1);
      Scalar element = filler.at(row, column);
      if (element instanceof TextValue(String text) && text.length() > CHARACTERS_PER_ELEMENT) {
        take(text.length() / CHARACTERS_PER_ELEMENT);
      }
      return element;
    };
  }

  /// The same references, made under the eyes of the clock.
  ArrayValue.ReferenceFiller countedReferences(ArrayValue.ReferenceFiller filler, long elements) {
    take(elements);
    return (row, column) -> {
      spend(1);
      return filler.at(row, column);
    };
  }

  /// Takes room for elements that are made at once, under the eyes of the clock.
  void takeRoom(int elements) {
    take(elements);
    spend(elements);
  }

  /// Takes room for elements of arrays. What is no longer used counts too, since nobody tells.
  private void take(long elements) {
    room -= elements;
    if (room < 0) {
      workspace.stop();
    }
  }

  /// Notes work done, in elementary steps of some nanoseconds.
  void spend(long work) {
    untilClock -= (int) Math.min(work, CLOCK_INTERVAL);
    if (untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      workspace.checkTime();
    }
  }
}
