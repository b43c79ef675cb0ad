package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.graph.drives.item.items.item.workbook.WorkbookRequestBuilder;
import com.microsoft.graph.models.odataerrors.ODataError;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// A server and a client that has signed in, for the tests of a class; a workbook for each test.
@TestInstance(Lifecycle.PER_CLASS)
abstract class SdkCase {
  SdkServer server;
  Sdk sdk;

  /// The folder of this test's own workbook.
  String folder = "";

  /// The path of this test's own workbook, [SdkBooks#book].
  String path = "";

  WorkbookRequestBuilder book;

  /// What was put at that path.
  byte[] original;

  private int tests;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    server = SdkServer.start(temporary);
    sdk = Sdk.signIn(server);
    original = SdkBooks.book();
  }

  @BeforeEach
  void putBook() throws IOException {
    tests++;
    folder = "folder " + tests;
    path = folder + "/Book.xlsx";
    server.put(path, original);
    book = sdk.book(path);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// The error that a call ends with.
  static ODataError refused(int status, Executable call) {
    ODataError error = assertThrows(ODataError.class, call);
    assertEquals(status, error.getResponseStatusCode(), error.getMessage());
    return error;
  }
}
