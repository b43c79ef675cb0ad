package dev.quire.workbook.encoding;

import java.util.function.BiConsumer;
import java.util.function.Function;

/// How values of one type are written and read. Writing and reading are told in one place, so they
/// cannot drift apart.
///
/// @param <T> the type
interface Form<T> {
  void write(T value, RecordOutput out);

  T read(RecordInput in);

  /// The two directions of a form.
  static <T> Form<T> of(BiConsumer<RecordOutput, T> writing, Function<RecordInput, T> reading) {
    return new Form<>() {
      @Override
      public void write(T value, RecordOutput out) {
        writing.accept(out, value);
      }

      @Override
      public T read(RecordInput in) {
        return reading.apply(in);
      }
    };
  }

  /// The form of something that is as good as a `T`.
  default <S> Form<S> as(Function<S, T> from, Function<T, S> to) {
    return of((out, value) -> write(from.apply(value), out), in -> to.apply(read(in)));
  }

  /// A component of a record that has this form.
  default <R> Part<R, T> at(Function<R, T> component) {
    return new Part<>(this, component);
  }

  /// A component of a record.
  ///
  /// @param <R> the record
  /// @param <T> the component
  record Part<R, T>(Form<T> form, Function<R, T> component) {
    void write(R whole, RecordOutput out) {
      form.write(component.apply(whole), out);
    }

    T read(RecordInput in) {
      return form.read(in);
    }
  }
}
