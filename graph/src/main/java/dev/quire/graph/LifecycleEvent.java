package dev.quire.graph;

/// What subscribers are told about their subscriptions, beside what has changed (D).
enum LifecycleEvent {
  /// It ends soon unless it is renewed.
  REAUTHORIZATION_REQUIRED("reauthorizationRequired"),
  /// It has ended before its time.
  SUBSCRIPTION_REMOVED("subscriptionRemoved"),
  /// Something has changed that could not be told.
  MISSED("missed");

  private final String word;

  LifecycleEvent(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
