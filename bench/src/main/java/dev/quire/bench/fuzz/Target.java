package dev.quire.bench.fuzz;

import java.util.random.RandomGenerator;

/// Something that takes input from strangers.
interface Target extends AutoCloseable {
  /// One word.
  String name();

  /// An input that is nearly a good one.
  byte[] input(RandomGenerator random);

  /// Takes an input. Ends without an exception whether the input is good or refused as it should
  /// be; whatever it throws is a find.
  ///
  /// @return whether it was taken rather than refused
  boolean take(byte[] input) throws Exception;

  @Override
  default void close() {}
}
