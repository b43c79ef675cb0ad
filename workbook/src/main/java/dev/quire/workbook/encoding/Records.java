package dev.quire.workbook.encoding;

import dev.quire.workbook.encoding.Form.Part;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Forms of records, told by their components in order and their constructor.
final class Records {
  private Records() {}

  interface Of3<A, B, C, R> {
    R make(A a, B b, C c);
  }

  interface Of4<A, B, C, D, R> {
    R make(A a, B b, C c, D d);
  }

  interface Of5<A, B, C, D, E, R> {
    R make(A a, B b, C c, D d, E e);
  }

  interface Of6<A, B, C, D, E, F, R> {
    R make(A a, B b, C c, D d, E e, F f);
  }

  /// A record without components.
  static <R> Form<R> record(Supplier<R> make) {
    return Form.of((_, _) -> {}, _ -> make.get());
  }

  static <A, R> Form<R> record(Part<R, A> a, Function<A, R> make) {
    return Form.of((out, whole) -> a.write(whole, out), in -> make.apply(a.read(in)));
  }

  static <A, B, R> Form<R> record(Part<R, A> a, Part<R, B> b, BiFunction<A, B, R> make) {
    return Form.of(
        (out, whole) -> {
          a.write(whole, out);
          b.write(whole, out);
        },
        in -> make.apply(a.read(in), b.read(in)));
  }

  static <A, B, C, R> Form<R> record(
      Part<R, A> a, Part<R, B> b, Part<R, C> c, Of3<A, B, C, R> make) {
    return Form.of(
        (out, whole) -> {
          a.write(whole, out);
          b.write(whole, out);
          c.write(whole, out);
        },
        in -> make.make(a.read(in), b.read(in), c.read(in)));
  }

  static <A, B, C, D, R> Form<R> record(
      Part<R, A> a, Part<R, B> b, Part<R, C> c, Part<R, D> d, Of4<A, B, C, D, R> make) {
    return Form.of(
        (out, whole) -> {
          a.write(whole, out);
          b.write(whole, out);
          c.write(whole, out);
          d.write(whole, out);
        },
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in)));
  }

  static <A, B, C, D, E, R> Form<R> record(
      Part<R, A> a,
      Part<R, B> b,
      Part<R, C> c,
      Part<R, D> d,
      Part<R, E> e,
      Of5<A, B, C, D, E, R> make) {
    return Form.of(
        (out, whole) -> {
          a.write(whole, out);
          b.write(whole, out);
          c.write(whole, out);
          d.write(whole, out);
          e.write(whole, out);
        },
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in)));
  }

  static <A, B, C, D, E, F, R> Form<R> record(
      Part<R, A> a,
      Part<R, B> b,
      Part<R, C> c,
      Part<R, D> d,
      Part<R, E> e,
      Part<R, F> f,
      Of6<A, B, C, D, E, F, R> make) {
    return Form.of(
        (out, whole) -> {
          a.write(whole, out);
          b.write(whole, out);
          c.write(whole, out);
          d.write(whole, out);
          e.write(whole, out);
          f.write(whole, out);
        },
        in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in)));
  }
}
