package dev.quire.graph;

import dev.quire.graph.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/// What a subscriber is sent.
///
/// @param id of the subscription
/// @param content its members beside those that all have
record Notification(String id, String url, Subscription subscription, Consumer<JsonOut> content) {
  /// Says that something has changed.
  static Notification ofChange(Subscription to) {
    return new Notification(
        to.id(),
        to.url(),
        to,
        out -> out.text("changeType", SubscriptionCalls.UPDATED).text("resource", to.resource()));
  }

  /// Says something of the subscription itself.
  static Notification of(Subscription to, LifecycleEvent event) {
    return new Notification(
        to.id(), to.lifecycleUrl(), to, out -> out.text("lifecycleEvent", event.word()));
  }

  byte[] text() throws IOException {
    var text = new ByteArrayOutputStream();
    JsonOut.write(
        text,
        out -> {
          out.beginObject().name("value").beginArray().beginObject();
          out.text("subscriptionId", id)
              .text("subscriptionExpirationDateTime", subscription.term().ends().toString());
          content.accept(out);
          if (!subscription.clientState().isEmpty()) {
            out.text("clientState", subscription.clientState());
          }
          out.endObject().endArray().endObject();
        });
    return text.toByteArray();
  }
}
