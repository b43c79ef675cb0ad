package dev.quire.server.http;

import dev.quire.graph.exchange.Dropped;
import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Carries one request in and its answer out. Runs on a virtual thread, so everything behind it may
/// block.
final class Door extends Handler.Abstract {
  private final GraphHandler inside;
  private final Answers answers;
  private final Report report;
  private final long bodyLimitBytes;

  Door(GraphHandler inside, Answers answers, Report report, long bodyLimitBytes) {
    this.inside = inside;
    this.answers = answers;
    this.report = report;
    this.bodyLimitBytes = bodyLimitBytes;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var ids = Ids.of(request);
    // Asked only while neither side waits for the other, that is while we work: no reason to fail.
    request.addIdleTimeoutListener(busy -> false);
    var body = new BoundedBody(Content.Source.asInputStream(request), bodyLimitBytes);
    try {
      write(answer(request, ids, body), request, response);
      callback.succeeded();
    } catch (Dropped ordered) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(ordered);
    } catch (IOException gone) {
      // Nobody is left to answer; the connection is closed.
      callback.failed(gone);
    } catch (RuntimeException | Error unexpected) {
      report.unexpected(ids.request(), unexpected);
      callback.failed(unexpected);
    }
    return true;
  }

  private GraphResponse answer(Request request, Ids ids, BoundedBody body) {
    if (request.getLength() > bodyLimitBytes) {
      body.drain();
      return answers.refusal(ids, Refusal.TOO_LARGE);
    }
    if (isEncoded(request)) {
      body.drain();
      return answers.refusal(ids, Refusal.UNSUPPORTED_MEDIA);
    }
    var answer = inside(asGraphRequest(request, ids, body), ids);
    body.drain();
    // Whatever the reader of the body made of the broken stream, this is what was wrong with it.
    return switch (body.state()) {
      case FINE -> answer;
      case TOO_LARGE -> answers.refusal(ids, Refusal.TOO_LARGE);
      case TOO_SLOW -> answers.refusal(ids, Refusal.TIMEOUT);
      case BROKEN -> answers.refusal(ids, Refusal.BAD_REQUEST);
    };
  }

  /// Whether the body still has an encoding; what could be decoded has been.
  private static boolean isEncoded(Request request) {
    return request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING).stream()
        .anyMatch(encoding -> !encoding.isBlank() && !encoding.equalsIgnoreCase("identity"));
  }

  private GraphResponse inside(GraphRequest request, Ids ids) {
    try {
      return inside.answer(request);
    } catch (RuntimeException | StackOverflowError unexpected) {
      report.unexpected(ids.request(), unexpected);
      return answers.refusal(ids, Refusal.INTERNAL);
    }
  }

  private static GraphRequest asGraphRequest(Request request, Ids ids, BoundedBody body) {
    var uri = request.getHttpURI();
    return new GraphRequest(
        request.getMethod(),
        Optional.ofNullable(uri.getPath()).orElse("/"),
        Optional.ofNullable(uri.getQuery()),
        headers(request),
        body,
        origin(request),
        ids.request(),
        Request.getRemoteAddr(request));
  }

  private static String origin(Request request) {
    var uri = request.getHttpURI();
    var scheme = request.isSecure() ? "https" : "http";
    var host = Request.getServerName(request);
    var port = Request.getServerPort(request);
    var usual = port == (request.isSecure() ? 443 : 80);
    return uri.getAuthority() != null
        ? scheme + "://" + uri.getAuthority()
        : scheme + "://" + host + (usual ? "" : ":" + port);
  }

  private static Headers headers(Request request) {
    Map<String, List<String>> fields = new HashMap<>();
    for (var field : request.getHeaders()) {
      fields
          .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
          .add(Optional.ofNullable(field.getValue()).orElse(""));
    }
    return Headers.of(fields);
  }

  private static void write(GraphResponse answer, Request request, Response response)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().fields().forEach((name, values) -> response.getHeaders().put(name, values));
    if (answer.status() == 204 || answer.status() == 304) {
      return;
    }
    // Closed only when all went well: closing is what tells the client that this was all.
    var out = Response.asBufferedOutputStream(request, response);
    answer.body().writeTo(out);
    out.close();
  }
}
