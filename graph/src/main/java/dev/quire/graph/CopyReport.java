package dev.quire.graph;

import dev.quire.graph.Links.Link;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.resource.NotAllowed;

/// What became of a copy, for whoever asks at the address that was handed out.
///
/// @param itemId the copy
record CopyReport(String itemId) implements Links.Target {
  @Override
  public Answer answer(GraphRequest request, Link link) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new NotAllowed(request.method(), "GET, HEAD");
    }
    return Answer.json(
        200,
        out ->
            out.beginObject()
                .text("operation", "itemCopy")
                .number("percentageComplete", 100.0)
                .text("resourceId", itemId)
                .text("status", "completed")
                .endObject());
  }
}
