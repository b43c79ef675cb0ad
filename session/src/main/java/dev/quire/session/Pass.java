package dev.quire.session;

/// Leave to be at work, given back when it is closed. For one thread, closed once.
@FunctionalInterface
public interface Pass extends AutoCloseable {
  @Override
  void close();
}
